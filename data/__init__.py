"""Small data with origin, licence and checksum; installed as the package `crossbar.data`."""
