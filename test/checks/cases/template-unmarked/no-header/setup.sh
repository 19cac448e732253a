#!/bin/sh
echo {{ v1.region }}
