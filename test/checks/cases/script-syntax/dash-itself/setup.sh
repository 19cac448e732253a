#!/bin/dash
names=(a b)
