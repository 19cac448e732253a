import { gzipSync } from "node:zlib";

export const POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";

export const FORMAT_CASES: readonly FormatCase[] = [
  {
    format: "a gzip-compressed file",
    files: { "setup.sh.gz": gzipSync("#!/bin/sh\n").toString("latin1") },
    others: { x: "\x1f\x8c" },
  },
  { format: "a zip archive", files: { "app.jar": "PK\x03\x04\x14\0" }, others: { x: "PKI: yes\n" } },
  { format: "an xz-compressed file", files: { "a.tar.xz": "\xfd7zXZ\0\0" }, others: { x: "7zXZ" } },
  {
    format: "a tar archive",
    files: { "a.tar": `${"web.cfg".padEnd(257, "\0")}ustar\x0000` },
    others: { x: "ustar", y: `${"a".repeat(256)}ustar` },
  },
  {
    format: "documentation",
    files: {
      "README.md": "# Web servers\n\nHow to boot them.\n",
      README: "x\n",
      "LICENSE.txt": "x\n",
      "a.markdown": "x\n",
    },
    others: { "readme.yaml": "x\n", "a.mdx": "x\n", md: "x\n" },
  },
  { format: "the description of a fleet", files: { f: "roles: {}\nnodes: {}\n" }, others: { x: "nodes: {}\n" } },
  {
    format: "a private key",
    files: {
      id_rsa: "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n",
      "tls.key": "-----BEGIN PRIVATE KEY-----\n",
      "ca.pem": "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n-----BEGIN RSA PRIVATE KEY-----\n",
      "a.ppk": "PuTTY-User-Key-File-3: ssh-ed25519\n",
    },
    others: {
      "ca.pem": "-----BEGIN CERTIFICATE-----\n",
      "id_rsa.pub": "ssh-rsa AAAAB3 a@b\n",
      x: "x -----BEGIN PRIVATE KEY\n",
    },
  },
  {
    format: "a finished user-data blob",
    files: {
      userdata: 'Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\n',
      other: "MIME-Version: 1.0\nContent-Type: text/cloud-config\n\n",
    },
    others: { x: "Content: text\n", y: "\nMIME-Version: 1.0\n", z: "Content-Type: none\n" },
  },
  {
    format: "a Quadlet file of Podman",
    files: {
      "web.container": "[Unit]\nDescription=web\n\n[Container]\nImage=docker.io/library/nginx:1.27\n",
      "web.pod": "[Pod]\nPodName=web\n",
    },
    others: { "web.pod": "id: web\n[Pod]\n", x: "[Containers]\na=b\n" },
  },
  {
    format: "a file of systemd-networkd",
    files: {
      "10-eth.network": "[Match]\nName=eth0\n\n[Network]\nDHCP=yes\n",
      "br0.netdev": "# x\n[NetDev]\nName=br0\n",
    },
    others: { "app.ini": "[Network]\nport=80\n", "x.network": "Match\n" },
  },
  {
    format: "a systemd unit",
    files: {
      "web.service":
        "[Unit]\nDescription=web\n\n[Service]\nExecStart=/usr/bin/web\n\n[Install]\nWantedBy=multi-user.target\n",
      "web.timer": "; nightly\n\n[Timer]\nOnCalendar=daily\n",
      "web.socket": "[Socket]\r\nListenStream=80\r\n",
      "data.mount": "[Mount]\nWhat=/dev/sdb\nWhere=/data\n",
      "override.conf": "[Service]\nEnvironment=A=b\n",
      "blank.service": "[ Unit ]\nDescription=x\n",
      "own.service": "[X-Foo]\nA=b\n",
      "odd.path": "[Anything]\nA=b\n",
      "cut.service": "# x\n[Service\nExecStart=/usr/bin/web\n",
      "commented.service": "[Unit] # the web server\nDescription=web\n",
      "web@.service": "ExecStart=/usr/bin/web\n",
      "data.swap": "What = /dev/sdb\n",
      "old.service": ".include /lib/systemd/system/web.service\n[Service]\nNice=5\n",
      "all.target": "[Unit]\nDescription=all\n",
      "web.slice": "[Slice]\nCPUQuota=10%\n",
    },
    others: {
      "a.service": "id: a\nport: 80\n",
      "b.service": "name: =\n",
      "c.pod": "A=b: c\nid\n",
      "app.ini": "[server]\nport=80\n",
      x: "text\n[Unit]\n",
    },
  },
  {
    format: "a template of a Helm chart",
    files: {
      "deployment.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}-web\n",
      "cm.yaml": "{{- if .Values.enabled }}\nkind: ConfigMap\n{{- end }}\n",
      "_helpers.tpl": '{{- define "web.name" -}}\nweb\n{{- end -}}\n',
      "ingress.yaml": "host: {{ .Values.host | quote }}\n",
    },
    others: { "x.yaml": "name: {{ name }}\n", y: "{{ $labels.job }}\n", z: "{ .Values.x }\n" },
  },
  {
    format: "the values of a Helm chart",
    files: { "values.yaml": "replicaCount: 1\nimage:\n  tag: '1'\n", "values-prod.yml": "a: 1\n" },
    others: { "values.yaml": "- a\n", "value.yaml": "a: 1\n", "values.json": "{}" },
  },
  {
    format: "the Chart.yaml of a Helm chart",
    files: { "Chart.yaml": "apiVersion: v2\nname: web\nversion: 0.1.0\n" },
    others: { "pod.yaml": `${POD}name: a\nversion: b\n`, x: "name: web\nversion: 1\n" },
  },
  {
    format: "a kustomization",
    files: {
      "kustomization.yaml": "resources:\n  - web.yaml\n",
      Kustomization: "namePrefix: a-\n",
      "base.yaml": "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [web.yaml]\n",
      "second.yaml": `${POD}---\napiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n`,
    },
    others: {
      "kustomization.yaml": "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web}\n",
      "x.yaml": "resources:\n  - web.yaml\n",
    },
  },
  {
    format: "a kubeconfig",
    files: {
      "admin.conf":
        "apiVersion: v1\nkind: Config\nclusters:\n- name: a\n  cluster: {server: https://10.0.0.1:6443}\ncontexts: []\nusers: []\n",
    },
    others: { "list.yaml": "apiVersion: v1\nkind: Config\nitems: []\n" },
  },
  {
    format: "a Dockerfile",
    files: {
      Dockerfile: "# the image\nFROM nginx:1.27\nCOPY . /srv\n",
      "Containerfile.arm": "ARG V=1\nfrom nginx:$V\n",
      "web.dockerfile": "FROM nginx\n",
    },
    others: { Dockerfile: "hello\n", x: "FROM nginx\n" },
  },
  {
    format: "Terraform configuration",
    files: {
      "main.tf": '# web\nresource "aws_instance" "web" {\n  ami = var.ami\n}\n',
      "variables.tf": 'variable "ami" {}\n',
      "versions.tf": "terraform {\n}\n",
    },
    others: { "x.sh": 'echo resource "a" "b" {\n', y: "terraform apply\n", z: 'data "a" {\n' },
  },
  {
    format: "a script for Windows",
    files: {
      "init.ps1": "<powershell>\nGet-Date\n</powershell>\n",
      "run.ps1": "#ps1_sysnative\nGet-Date\n",
      "run.cmd": "rem cmd\ndir\n",
    },
    others: { x: "Get-Date\n", y: "#ps10\n", z: "echo <powershell>\n" },
  },
  {
    format: "a Docker Compose file",
    files: {
      "docker-compose.yml": "services:\n  web:\n    image: nginx:1.27\n    ports: ['80:80']\n",
      "compose.yaml": "version: '3'\nservices:\n  app:\n    build: .\n",
    },
    others: { x: "services:\n  - image: nginx\n", y: "services:\n  web: {port: 80}\n" },
  },
  {
    format: "a workflow of GitHub Actions",
    files: { "ci.yml": "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps: [{run: make}]\n" },
    others: { x: "jobs:\n  test:\n    docker: [{image: a}]\n", y: "jobs: [a]\n" },
  },
  {
    format: "an Ansible playbook",
    files: {
      "site.yml": "---\n- hosts: all\n  become: true\n  roles: [web]\n",
      "tasks.yml": "- name: x\n  hosts: web\n  tasks:\n    - ansible.builtin.ping:\n",
      "all.yml": "- import_playbook: web.yml\n",
    },
    others: { x: "- hosts: all\n", y: "hosts: all\ntasks: []\n" },
  },
  {
    format: "a netplan or network-config file",
    files: {
      "50-cloud-init.yaml": "network:\n  version: 2\n  renderer: networkd\n  ethernets:\n    eth0: {dhcp4: true}\n",
      "network-config": "network:\n  version: 1\n  config: []\n",
    },
    others: { x: "network:\n  version: 2\nruncmd: [ls]\n", y: "network: host\n" },
  },
  {
    format: "a network-config file",
    files: {
      "network-config": "version: 2\nethernets:\n  eth0: {dhcp4: true}\n",
      v1: "version: 1\nconfig:\n  - type: physical\n    name: eth0\n",
    },
    others: { x: "version: 2\nupdates: []\n", y: "version: 1\nconfig: {a: b}\n", z: "version: '2'\nethernets: {}\n" },
  },
  {
    format: "a meta-data file",
    files: { "meta-data": "instance-id: iid-1\nlocal-hostname: web\n", "m.json": '{"instance-id": "i-1"}' },
    others: { x: "instance_type: a\n" },
  },
  {
    format: "an Ignition config",
    files: { "config.ign": '{"ignition": {"version": "3.4.0"}, "passwd": {}}' },
    others: { x: '{"ignition": "3.4.0"}' },
  },
  {
    format: "a Butane config",
    files: { "config.bu": "variant: fcos\nversion: 1.5.0\npasswd: {}\n" },
    others: { x: "version: 1.5.0\n" },
  },
  {
    format: "a file of environment variables",
    files: { ".env": "# the database\nDB_HOST=db\n\nexport DB_PASSWORD='x y'\n", windows: "A=b\r\nC=\r\n" },
    others: { x: "A=b\necho $A\n", y: "# A=b\n", z: "1A=b\n" },
  },
];

/** A format, files of it, and files that are near and something else. */
interface FormatCase {
  format: string;
  /** File name → content. */
  files: Record<string, string>;
  /** What is near and another thing, likewise. */
  others: Record<string, string>;
}
