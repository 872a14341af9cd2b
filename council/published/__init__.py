"""What councils publish: papers, meetings, organizations, and what can be said from them alone."""
