"""What holds where a number stands: its time, topic, standing and comparison."""
