"""What pyproject.toml cannot express: all packages of the generator, and `themes/` as the package `playbook_themes`."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["generator", "generator.*"]), "playbook_themes"],
    package_dir={"playbook_themes": "themes"},
)
