"""Writ from Python: policies decide over dicts, and answers are objects. Needs nothing but the shared library.

    policy = Policy.load("rules/returns.writ")
    answer = policy.decide("refund", {"order": {"number": "A-17", "amount": "64.00 USD"}})
    if answer.status == "determined":
        carry_out(answer.actions)

The library is the file that the environment variable WRIT_LIBRARY names, or else libwrit.so where the system looks for
libraries. Everything here may be used by any thread; the library works while other threads run Python.
"""

import ctypes
import datetime
import decimal
import json
import os
import threading
import weakref

__all__ = ["Answer", "Case", "Policy", "Prepared", "Store", "WritError"]

ABI_VERSION = 1
_STATUSES = {0: "determined", 1: "undetermined", 2: "faulted", 3: "rejected"}
_KINDS = {1: "policy", 2: "input", 3: "usage"}


class WritError(Exception):
    """Why a policy could not be loaded or a case not be asked. Its text shows each mistake with its place."""

    def __init__(self, kind, text, mistakes):
        super().__init__(text)
        #: "policy", "input" or "usage": whose mistake it is.
        self.kind = kind
        #: The mistakes as dicts with "code", "message", "path", "line", "column", "help" and more.
        self.mistakes = mistakes


def _library():
    library = ctypes.CDLL(os.environ.get("WRIT_LIBRARY", "libwrit.so"))
    handle, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
    length, error = ctypes.POINTER(size), ctypes.POINTER(handle)
    paths = ctypes.POINTER(text)
    question = [text, size, text, size, error]
    functions = {
        "abi_version": (ctypes.c_uint32, []),
        "version": (text, []),
        "policy_load": (handle, [paths, size, error]),
        "policy_parse": (handle, [text, size, text, error]),
        "policy_decision_count": (size, [handle]),
        "policy_decision": (handle, [handle, size, length]),
        "store_open": (handle, [paths, size, error]),
        "store_reload": (ctypes.c_int, [handle, error]),
        "store_policy": (handle, [handle]),
        "store_decide": (handle, [handle, text, *question]),
        "session_new": (handle, [handle, error]),
        "session_decide": (handle, [handle, text, *question]),
        "session_decide_case": (handle, [handle, text, handle, text, size, error]),
        "session_decide_lines": (handle, [handle, text, *question]),
        "prepare": (handle, [handle, text, text, size, error]),
        "prepared_answer": (ctypes.c_ssize_t, [handle, text, size, handle, size]),
        "prepared_decide": (ctypes.c_int, [handle, text, size, handle]),
        "prepared_answer_lines": (handle, [handle, text, size, error]),
        "case_bind": (handle, [handle, text, size, error]),
        "case_set": (ctypes.c_int, [handle, text, text, size, error]),
        "answer_status": (ctypes.c_int, [handle]),
        "error_kind": (ctypes.c_int, [handle]),
    }
    for name in ("policy_name", "policy_digest", "policy_warnings", "answer_rule", "answer_because", "answer_digest",
                 "answer_json", "answer_explanation", "answer_explanation_text", "text_bytes", "error_text", "error_json"):
        functions[name] = (handle, [handle, length])
    for name in ("policy", "store", "session", "prepared", "case", "answer", "text", "error"):
        functions[name + "_free"] = (None, [handle])
    for name, (result, arguments) in functions.items():
        function = getattr(library, "writ_" + name)
        function.restype, function.argtypes = result, arguments
    if library.writ_abi_version() != ABI_VERSION:
        raise ImportError(f"this module is for version {ABI_VERSION} of the library, "
                          f"and it has version {library.writ_abi_version()}")
    return library


_lib = _library()


class _Handle:
    """Something of the library's, freed when nobody holds it any more, or at the end of a `with`."""

    _free = None

    def __init__(self, pointer):
        self._pointer = pointer
        self._finalizer = weakref.finalize(self, type(self)._free, pointer)

    def close(self):
        """Frees it now. Using it afterwards is an error, and no crash."""
        self._pointer = None
        self._finalizer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _text(function, *arguments):
    """The text that a function gives, None for NULL."""
    length = ctypes.c_size_t()
    pointer = function(*arguments, ctypes.byref(length))
    return None if pointer is None else ctypes.string_at(pointer, length.value).decode()


def _checked(function, *arguments):
    """What a function gives; its error is raised."""
    error = ctypes.c_void_p()
    result = function(*arguments, ctypes.byref(error))
    if not error.value:
        return result
    try:
        raise WritError(_KINDS[_lib.writ_error_kind(error)], _text(_lib.writ_error_text, error),
                        json.loads(_text(_lib.writ_error_json, error)))
    finally:
        _lib.writ_error_free(error)


def _wire(value):
    """What Python's own values are on the wire: decimals keep their digits, dates are ISO 8601."""
    if isinstance(value, decimal.Decimal):
        return str(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no fact")


def _document(value):
    """A case as bytes of JSON: a dict, or JSON as str or bytes."""
    if isinstance(value, str):
        value = value.encode()
    if not isinstance(value, bytes):
        value = json.dumps(value, default=_wire).encode()
    return value, len(value)


def _options(options):
    """`params`, `arguments`, `language` and `as_of` as a document, or nothing."""
    return _document(options) if options else (None, 0)


def _paths(paths):
    encoded = [os.fspath(path).encode() for path in paths]
    return (ctypes.c_char_p * len(encoded))(*encoded), len(encoded)


class Policy(_Handle):
    """A policy that has been checked and made ready to run. It never changes."""

    _free = _lib.writ_policy_free

    @classmethod
    def load(cls, *paths):
        """Reads and checks the policy that files and folders make up."""
        return cls(_checked(_lib.writ_policy_load, *_paths(paths)))

    @classmethod
    def parse(cls, text, path="policy.writ"):
        """Checks a policy given as text."""
        text = text.encode()
        return cls(_checked(_lib.writ_policy_parse, text, len(text), path.encode()))

    def __init__(self, pointer):
        super().__init__(pointer)
        self._sessions = threading.local()

    @property
    def name(self):
        return _text(_lib.writ_policy_name, self._pointer)

    @property
    def digest(self):
        """A fingerprint of everything that was read."""
        return _text(_lib.writ_policy_digest, self._pointer)

    @property
    def decisions(self):
        count = _lib.writ_policy_decision_count(self._pointer)
        return [_text(_lib.writ_policy_decision, self._pointer, index) for index in range(count)]

    def decide(self, decision, facts, **options):
        """Makes a decision about a case.

        `facts` is a dict, JSON as str or bytes, or a Case. Options are `params` and `arguments`, dicts by name, `language`,
        and `as_of`, a date or a point in time. Raises WritError when what is asked is wrong.
        """
        if isinstance(facts, Case):
            return Answer(_checked(_lib.writ_session_decide_case, self._session, decision.encode(), facts._pointer,
                                   *_options(options)))
        return Answer(_checked(_lib.writ_session_decide, self._session, decision.encode(), *_document(facts),
                               *_options(options)))

    def decide_lines(self, decision, lines, **options):
        """Answers to many cases, one JSON object a line; those that do not fit are `{"status": "rejected", …}`."""
        text = _Text(_checked(_lib.writ_session_decide_lines, self._session, decision.encode(), *_document(lines),
                              *_options(options)))
        with text:
            return [json.loads(line) for line in text.lines()]

    def prepare(self, decision, **options):
        """Makes a decision ready to be asked very often; the options are those of `decide` and hold for every case."""
        return Prepared(_checked(_lib.writ_prepare, self._pointer, decision.encode(), *_options(options)))

    def bind(self, facts):
        """Reads and checks a case once, to be asked several decisions and to be changed."""
        return Case(_checked(_lib.writ_case_bind, self._pointer, *_document(facts)))

    @property
    def _session(self):
        """This thread's session: memory for deciding that is used again."""
        if self._pointer is None:
            return None
        if not hasattr(self._sessions, "session"):
            self._sessions.session = _Session(_checked(_lib.writ_session_new, self._pointer))
        return self._sessions.session._pointer


class Prepared(_Handle):
    """A decision made ready to be asked very often: one foreign call for each case, and nothing else made than the answer.

    Cases are JSON as bytes or str. Any number of threads may ask; each has a buffer that answers are written to.

    The library is called without Python's lock. Holding it (`ctypes.PyDLL`) would save a twentieth of a microsecond, and stop
    every other thread while a large case is read, or many in one call of `lines`.
    """

    _free = _lib.writ_prepared_free

    def __init__(self, pointer):
        super().__init__(pointer)
        self._handle = ctypes.c_void_p(pointer)
        self._buffers = threading.local()
        #: The names of rules by their addresses, which do not change.
        self._rules = {None: None}

    def close(self):
        self._handle = None
        super().close()

    def __call__(self, case):
        """The answer as a dict with the fields of `Answer.json`; a case that does not fit is `{"status": "rejected", …}`."""
        return json.loads(self.json(case))

    def json(self, case):
        """The answer as bytes of JSON."""
        if type(case) is str:
            case = case.encode()
        try:
            buffer, place, capacity = self._buffers.answer
        except AttributeError:
            buffer, place, capacity = self._make_room(1 << 12)
        length = _answer(self._handle, case, len(case), place, capacity)
        if length < 0:
            raise ValueError("the prepared decision is closed, or the case longer than any document")
        if length > len(buffer):
            self._make_room(2 * length)
            return self.json(case)
        return buffer[:length]

    def decide(self, case):
        """The status and the name of the rule, for who needs no words: `("determined", "damaged")`.

        The rule is None when none answered, or several; "rejected" is the status of a case that does not fit.
        """
        if type(case) is str:
            case = case.encode()
        try:
            rule, place = self._buffers.rule
        except AttributeError:
            rule = ctypes.c_void_p()
            place = ctypes.c_void_p(ctypes.addressof(rule))
            self._buffers.rule = rule, place
        status = _decide(self._handle, case, len(case), place)
        if status < 0:
            raise ValueError("the prepared decision is closed, or the case longer than any document")
        address = rule.value
        if address not in self._rules:
            self._rules[address] = ctypes.string_at(address).decode()
        return _STATUSES[status], self._rules[address]

    def lines(self, lines):
        """The answers to many cases, one JSON object a line, as bytes with one line each."""
        with _Text(_checked(_lib.writ_prepared_answer_lines, self._pointer, *_document(lines))) as text:
            return text.bytes()

    def _make_room(self, size):
        buffer = ctypes.create_string_buffer(size)
        # Made once, because turning numbers into C's types takes longer than the library needs to look at them.
        self._buffers.answer = buffer, ctypes.c_void_p(ctypes.addressof(buffer)), ctypes.c_size_t(size)
        return self._buffers.answer


_answer, _decide = _lib.writ_prepared_answer, _lib.writ_prepared_decide


class Store(_Handle):
    """The current version of a policy, for a service that takes up changes without a stop."""

    _free = _lib.writ_store_free

    @classmethod
    def open(cls, *paths):
        return cls(_checked(_lib.writ_store_open, *_paths(paths)))

    def decide(self, decision, facts, **options):
        """Makes a decision about a case by the version that answers now; `answer.digest` says which."""
        return Answer(_checked(_lib.writ_store_decide, self._pointer, decision.encode(), *_document(facts),
                               *_options(options)))

    def reload(self):
        """Reads the files again. Whether a new version answers; raises WritError, and the old one goes on, if it is wrong."""
        return _checked(_lib.writ_store_reload, self._pointer) == 1

    @property
    def policy(self):
        """The version that answers now."""
        return Policy(_lib.writ_store_policy(self._pointer))


class Case(_Handle):
    """One case, read and checked once."""

    _free = _lib.writ_case_free

    def __setitem__(self, path, value):
        """Changes one fact, or a part of one: `case["order.amount"] = "64.00 USD"`; None makes it unknown."""
        _checked(_lib.writ_case_set, self._pointer, path.encode(), *_document(json.dumps(value, default=_wire)))


class Answer(_Handle):
    """What a policy concluded about one case."""

    _free = _lib.writ_answer_free

    @property
    def status(self):
        """ "determined", "undetermined" or "faulted"."""
        return _STATUSES.get(_lib.writ_answer_status(self._pointer))

    @property
    def rule(self):
        """The rule that answered; None when none did, or several."""
        return _text(_lib.writ_answer_rule, self._pointer)

    @property
    def because(self):
        return _text(_lib.writ_answer_because, self._pointer)

    @property
    def digest(self):
        """Which version of the policy answered."""
        return _text(_lib.writ_answer_digest, self._pointer)

    @property
    def json(self):
        """The answer as one line of JSON."""
        return _text(_lib.writ_answer_json, self._pointer)

    @property
    def fields(self):
        """The answer as a dict: "outcome", "actions", "needs", "fault" and more."""
        return json.loads(self.json)

    @property
    def outcome(self):
        return self.fields["outcome"]

    @property
    def actions(self):
        return [(action["action"], action["arguments"]) for action in self.fields["actions"]]

    @property
    def needs(self):
        """The facts that would settle an undetermined answer, most useful first."""
        return self.fields["needs"]

    def explain(self):
        """The explanation for a person. The case is looked at once more."""
        return _text(_lib.writ_answer_explanation_text, self._pointer)


class _Session(_Handle):
    _free = _lib.writ_session_free


class _Text(_Handle):
    _free = _lib.writ_text_free

    def bytes(self):
        length = ctypes.c_size_t()
        return ctypes.string_at(_lib.writ_text_bytes(self._pointer, ctypes.byref(length)), length.value)

    def lines(self):
        return self.bytes().splitlines()
