"""When a figure holds: what the text's times mean, which days the report reviews, and how far a time reaches."""
