#!/bin/sh
# timezone: Europe/Londn
