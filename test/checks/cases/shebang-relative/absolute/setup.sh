#!//bin/sh
echo hello
