"""Many reports side by side: series of one indicator, charts, and what changed between two reports."""
