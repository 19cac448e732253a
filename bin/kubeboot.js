#!/usr/bin/env node
"use strict";
require("../dist/cli/start.cjs").start(require, require("node:path").join(__dirname, "../dist/cli"));
