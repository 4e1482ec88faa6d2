"""`python -m dianshang.cli` is the command `dianshang`."""

import sys

from dianshang.cli.line import main

sys.exit(main())
