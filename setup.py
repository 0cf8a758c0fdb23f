"""What pyproject.toml cannot say: every package of the generator, and `themes/` as one of another name."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["generator", "generator.*"]), "playbook_themes"],
    package_dir={"playbook_themes": "themes"},
)
