"""Questions to think with: rulers, reasons, values, letters."""
