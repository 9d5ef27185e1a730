# The command mvastatus, and nothing else: docker build -t mvastatus . && docker run --rm mvastatus status --sandbox 312409852
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /mvastatus ./tools/mvastatus

# The system's certificates come along; so does a user without rights, who owns the folder for journals and output.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /mvastatus /usr/local/bin/mvastatus
WORKDIR /home/nonroot
ENTRYPOINT ["/usr/local/bin/mvastatus"]
