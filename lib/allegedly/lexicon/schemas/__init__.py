"""What each table may hold, a file a field of knowledge: its keys and what they mean."""
