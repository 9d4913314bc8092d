"""Defuse: practise calming an upset customer, and see what each of your lines did."""
