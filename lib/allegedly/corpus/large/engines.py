"""Who does the work: this process, several of this machine, or Dask's on this machine and others.

A work is a function of a module and a task that says which files to read: a few words go in, a few counts come out, and
files are written. The same files come out of every engine. What a task fails with is told as its answer, and the rest
is done.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from ...errors import Trouble
from ..reading import become_reader

Task = TypeVar("Task")
Answer = dict[str, Any] | Trouble
PROCESSES, DASK, SERIAL = "processes", "dask", "serial"
NAMES = (PROCESSES, DASK, SERIAL)
_AHEAD = 2  #: tasks a worker that wait to be done
_TRIES = 2  #: times that a task may take its process with it
_PATIENCE = 10  #: seconds in which a scheduler must answer


class Engine(Protocol):
    """What can do one work for many tasks."""

    def run(self, work: Callable[[Task], dict[str, Any]], tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        """Each task with its answer, as they are done."""
        ...

    def close(self) -> None:
        """Ends its processes."""
        ...


def engine(name: str = PROCESSES, jobs: int = 1, scheduler: str | None = None) -> Engine:
    """The engine of that name, with so many processes; that of a Dask cluster where a scheduler's address is given.

    >>> type(engine("processes", 1)).__name__, type(engine("processes", 4)).__name__
    ('Serial', 'Processes')
    """
    if name == DASK or scheduler:
        return Dask(jobs, scheduler)
    return Serial() if name == SERIAL or jobs <= 1 else Processes(jobs)


def done(work: Callable[[Task], dict[str, Any]], task: Task) -> Answer:
    """What a work makes of a task; a Trouble where it ends in one, or breaks."""
    try:
        return work(task)
    except Trouble as trouble:
        return trouble
    except Exception as error:  # one shard that breaks must not take the others with it
        return Trouble(_shard(task), f"broke ({type(error).__name__}: {error})", "please report it")


def _shard(task: object) -> str:
    """What a task is about, for who reads of its trouble."""
    return f"shard {getattr(task, 'name', task)}"


class Serial:
    """This process does one task after the other."""

    def run(self, work: Callable[[Task], dict[str, Any]], tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        for task in tasks:
            yield task, done(work, task)

    def close(self) -> None:
        pass


class Processes:
    """Several processes of this machine; where one is killed, its task is tried again, the second time alone."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.pool: ProcessPoolExecutor | None = None

    def run(self, work: Callable[[Task], dict[str, Any]], tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        waiting: Iterator[Task] = iter(tasks)
        again: deque[Task] = deque()
        running: dict[Future[Answer], Task] = {}
        while True:
            while len(running) < _AHEAD * self.jobs and (task := next(waiting, None)) is not None:
                running[self._pool().submit(done, work, task)] = task
            if not running:
                break
            ready, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in ready:
                task = running.pop(future)
                try:
                    yield task, future.result()
                except BrokenProcessPool:
                    again.append(task)
            if again:  # all that ran in the broken pool is lost: whose fault it was shows where each is alone
                again.extend(running.values())
                running.clear()
                self.close()
                yield from (self._alone(work, task) for task in again)
                again.clear()

    def _alone(self, work: Callable[[Task], dict[str, Any]], task: Task) -> tuple[Task, Answer]:
        with ProcessPoolExecutor(1, initializer=become_reader) as pool:
            try:
                return task, pool.submit(done, work, task).result()
            except BrokenProcessPool:
                what = f"its process was killed, {_TRIES} times"
                return task, Trouble(_shard(task), what, "is the memory enough? run it again to try it again")

    def _pool(self) -> ProcessPoolExecutor:
        if self.pool is None:
            self.pool = ProcessPoolExecutor(self.jobs, initializer=become_reader)
        return self.pool

    def close(self) -> None:
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None


class Dask:
    """The workers of a Dask cluster: one that is there, or one made on this machine.

    A worker that is lost has its tasks done by the others; all see the same folders.
    """

    def __init__(self, jobs: int, scheduler: str | None = None) -> None:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError:
            way_out = "pip install 'allegedly[scale]'"
            raise Trouble("--engine dask", "needs dask.distributed, which is not installed", way_out) from None
        self.place = scheduler or "the scheduler"
        dask.config.set({"distributed.worker.daemon": True, "distributed.comm.timeouts.connect": f"{_PATIENCE}s"})
        self.cluster = None
        if scheduler is None:
            self.cluster = LocalCluster(
                n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
            )
        try:
            self.client = Client(scheduler or self.cluster, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            way_out = "start one with `dask scheduler`, or leave --scheduler away"
            raise Trouble(self.place, f"no scheduler answers: {_line(error)}", way_out) from None

    def run(self, work: Callable[[Task], dict[str, Any]], tasks: Iterable[Task]) -> Iterator[tuple[Task, Answer]]:
        from distributed import as_completed

        waiting = iter(tasks)
        running: dict[Any, Task] = {}
        queue = as_completed([], raise_errors=False)

        def submit() -> None:
            while len(running) < self._ahead() and (task := next(waiting, None)) is not None:
                future = self.client.submit(done, work, task, pure=False)
                running[future.key] = task
                queue.add(future)

        try:
            submit()
            while running:
                future = next(queue)
                task = running.pop(future.key)
                yield task, self._answer(future, task)
                future.release()
                submit()
        except (OSError, RuntimeError, StopIteration, TimeoutError) as error:
            raise self._gone(error) from None

    def _ahead(self) -> int:
        return max(4, _AHEAD * len(self.client.scheduler_info(n_workers=-1)["workers"]))

    def _answer(self, future: Any, task: Any) -> Answer:
        from distributed import CancelledError, KilledWorker

        if future.status == "cancelled" or self.client.status != "running":
            raise self._gone(CancelledError("its tasks were cancelled"))
        try:
            answer: Answer = future.result()
        except KilledWorker as error:
            what = f"its worker was lost again and again ({_line(error)})"
            return Trouble(_shard(task), what, "is the memory enough? run it again")
        except CancelledError as error:
            raise self._gone(error) from None
        except Exception as error:
            return Trouble(_shard(task), f"failed: {_line(error)}", "run it again")
        return answer

    def _gone(self, error: BaseException) -> Trouble:
        what = f"went away: {_line(error)}"
        return Trouble(self.place, what, "start it and run this again: what is done is kept")

    def close(self) -> None:
        with suppress(OSError, RuntimeError, TimeoutError):
            self.client.close(timeout=2)
        if self.cluster is not None:
            with suppress(OSError, RuntimeError, TimeoutError):
                self.cluster.close()


def _line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())[:150]
