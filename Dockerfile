# syntax=docker/dockerfile:1
# The image holds an environment from the lock file and the wheel of the project, and nothing it was built with.
# For a build that is the same next year, append the digest: python:3.11.14-slim-bookworm@sha256:...
ARG BASE=python:3.11.14-slim-bookworm

FROM ${BASE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
# Packages first: they change less often than the code, and this layer is kept.
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /opt/monitor \
    && /opt/monitor/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements.lock \
    && python -m venv /opt/build \
    && /opt/build/bin/pip install --quiet --require-hashes -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY monitor ./monitor
RUN /opt/build/bin/hatchling build -t wheel -d /dist \
    && /opt/monitor/bin/pip install --quiet --no-deps --no-index /dist/*.whl \
    && /opt/monitor/bin/pip uninstall --quiet --yes pip

FROM ${BASE} AS run
LABEL org.opencontainers.image.title="escalation-monitor" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --gid 10001 monitor \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin monitor \
    && install --directory --owner=10001 --group=10001 --mode=0750 /data
COPY --from=build /opt/monitor /opt/monitor
# Everything written lies in the one volume; the rest of the image may be mounted read-only.
ENV PATH=/opt/monitor/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/data MONITOR_CONFIG=/data/config.yaml
USER 10001:10001
WORKDIR /data
VOLUME ["/data"]
STOPSIGNAL SIGTERM
# Red when a loop stands still, the disk is full or every feed fails; the start-up migrates first.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["monitor", "health"]
ENTRYPOINT ["monitor"]
CMD ["run"]
