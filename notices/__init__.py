"""A change becomes a notice: who is told, when, and whether it arrived. (Rooms of the reminder work.)"""
