"""`python -m dianshang.cli` is the command `dianshang`."""

import sys

from dianshang.cli import main

sys.exit(main())
