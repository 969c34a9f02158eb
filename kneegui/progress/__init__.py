"""What the sessions of weeks and years show: plain numbers, nothing smoothed, nothing invented."""
