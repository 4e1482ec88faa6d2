"""What a wheel holds beside the packages: the changelog and the measurements that the card of a build tells."""

from pathlib import Path
from shutil import copyfile

from setuptools import setup
from setuptools.command.build_py import build_py

TOLD = ("CHANGELOG.md", "bench/baselines.json")


class Build(build_py):
    """The build of the packages, and then these."""

    def run(self) -> None:
        """Copies them where `dianshang.build` looks for them once installed."""
        super().run()
        for name in () if self.editable_mode else TOLD:
            place = Path(self.build_lib, "dianshang", "home", name)
            place.parent.mkdir(parents=True, exist_ok=True)
            copyfile(name, place)


setup(cmdclass={"build_py": Build})
