#!/bin/sh
echo café → 𝄞
