#!/usr/bin/perl -w -T
