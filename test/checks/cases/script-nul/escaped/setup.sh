#!/bin/sh
printf 'hel\\0lo'
