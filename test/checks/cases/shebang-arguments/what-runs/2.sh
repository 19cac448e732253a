#!/bin/bash -eu  
ls
