#!/bin/sh
echo hello
echo "﻿"
