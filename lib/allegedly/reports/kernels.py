"""The processes that notebooks run in: over sockets in a private folder where the platform has them, not over TCP."""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager

_LONGEST_SOCKET = 100  # a Unix socket's path may have 107 characters


class Forked:
    """A process that the nursery forked, with what jupyter_client asks of a `Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int):
        self.pid = pid
        self.returncode: int | None = None
        self._watch = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """None while it lives."""
        if self.returncode is None and select.select([self._watch], [], [], 0)[0]:
            os.close(self._watch)
            self.returncode = 0
        return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        if self.returncode is None and select.select([self._watch], [], [], timeout)[0]:
            return self.poll()
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    terminate = kill


class Nursery:
    """A process that forks kernels with the libraries already imported; where that cannot be, kernels start as usual.

    It knows all kernels of a suite, and ends them when it is closed.
    """

    def __init__(self) -> None:
        self._lock, self.living = Lock(), set[int]()
        self._process: Any = None  #: a Popen with both pipes
        if hasattr(os, "pidfd_open") and hasattr(os, "fork"):
            command = [sys.executable, "-m", "allegedly.reports.nursery"]
            pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, start_new_session=True)

    def fork(self, file: str, cwd: str, env: dict[str, Any]) -> Forked | None:
        """A kernel on the connection `file`; None where the nursery cannot give one."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                return None
            try:
                request = {"file": file, "cwd": cwd, "env": env}
                self._process.stdin.write(json.dumps(request).encode() + b"\n")
                self._process.stdin.flush()
                return Forked(json.loads(self._process.stdout.readline())["pid"])
            except (OSError, ValueError):
                return None

    def close(self) -> None:
        """Ends every kernel, then the nursery."""
        for pid in [*self.living]:
            with suppress(OSError):
                os.killpg(pid, signal.SIGKILL)
        if self._process is not None:
            with suppress(OSError):
                self._process.stdin.close()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process.stdout.close()


@contextmanager
def kernel_manager(nursery: Nursery | None) -> Iterator["type[AsyncKernelManager]"]:
    """A class of kernel managers whose kernels come from `nursery` and talk over sockets in a folder of their own."""
    from jupyter_client.manager import AsyncKernelManager
    from jupyter_client.provisioning.local_provisioner import LocalProvisioner

    class Provisioner(LocalProvisioner):
        async def launch_kernel(self, cmd: list[str], **options: Any) -> Any:
            file = cast("AsyncKernelManager", self.parent).connection_file
            own = self.kernel_spec.language == "python" and Path(cmd[0]).name.startswith("python")
            forked = nursery.fork(file, str(options["cwd"]), options["env"]) if nursery and own else None
            if forked is None:
                await super().launch_kernel(cmd, **options | {"stdout": subprocess.DEVNULL})
            else:
                self.process = cast("subprocess.Popen[bytes]", forked)
                self.pid, self.pgid, self.cwd = forked.pid, forked.pid, options["cwd"]
            if nursery and self.pid:
                nursery.living.add(self.pid)
            return self.connection_info

        async def cleanup(self, restart: bool = False) -> None:
            await super().cleanup(restart)
            if nursery and self.pid:
                nursery.living.discard(self.pid)

    with tempfile.TemporaryDirectory(prefix="alg-") as folder:
        place = {"connection_file": f"{folder}/k.json"}
        if hasattr(os, "fork") and len(folder) + len("/k-stdin-00") < _LONGEST_SOCKET:
            place |= {"transport": "ipc", "ip": f"{folder}/k"}

        class Manager(AsyncKernelManager):
            def __init__(self, **options: Any):
                super().__init__(**options, **place)

            async def _async_pre_start_kernel(self, **options: Any) -> Any:
                self.kernel_id = str(uuid4())
                self.provisioner = Provisioner(kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self)
                return await super()._async_pre_start_kernel(**options)

        yield Manager
