"""OParl 1.0 and 1.1, the German standard for council data: JSON objects of every vendor, as Readings."""
