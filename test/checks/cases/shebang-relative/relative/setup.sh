#!bin/sh
echo hello
