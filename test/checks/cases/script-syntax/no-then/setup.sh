#!/bin/sh
if [ -f x ]
  echo x
fi
