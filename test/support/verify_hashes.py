"""Reads pairs of password and field of /etc/shadow; writes whether they match."""
import ctypes
import ctypes.util
import json
import sys

libcrypt = ctypes.CDLL(ctypes.util.find_library("crypt"))
libcrypt.crypt.restype = ctypes.c_char_p

for line in sys.stdin:
    password, field = (text.encode() for text in json.loads(line))
    print(json.dumps(libcrypt.crypt(password, field) == field))
