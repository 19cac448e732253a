#!/bin/sh
docker inspect -f "{{ .State.Running }}" x
