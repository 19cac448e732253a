#! 	/bin/sh -eu
echo hello
