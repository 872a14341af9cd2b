"""Council information systems become a Reading."""
