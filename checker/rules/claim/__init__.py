"""Rules of the family `claim`: what the prose says of a trial, held against its record."""
