"""The themes that come with the generator. It is a package only so that they are installed with it."""
