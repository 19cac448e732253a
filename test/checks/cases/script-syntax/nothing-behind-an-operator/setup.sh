#!/bin/sh
curl foo &&

