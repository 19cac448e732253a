#!/bin/sh
# kubeboot: allow secret-key
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
