// This file reads parcels of both versions, and old ones that the new version does not hold.

package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	parcel1 "github.com/mvainnsyn/mvainnsyn/examples/upgrade/v1"
	parcel2 "github.com/mvainnsyn/mvainnsyn/examples/upgrade/v2"
)

const upgraded = `<?xml version="1.0" encoding="UTF-8"?>
<parcel xmlns="urn:example:parcel:2">
  <number>00123456</number>
  <receiver>
    <name>Kari Nordmann</name>
  </receiver>
  <grams>1250</grams>
  <service>shop</service>
</parcel>
`

func TestUpgrade(t *testing.T) {
	var out bytes.Buffer
	if err := run("old.xml", &out); err != nil {
		t.Fatal(err)
	}
	if out.String() != upgraded {
		t.Errorf("it writes\n%swant\n%s", out.String(), upgraded)
	}
	parcel, err := read(out.Bytes())
	if err != nil || parcel.Grams != 1250 {
		t.Errorf("a new parcel is read as %v, %v", parcel, err)
	}
}

func TestWhatTheNewVersionDoesNotHold(t *testing.T) {
	data, err := os.ReadFile("old.xml")
	if err != nil {
		t.Fatal(err)
	}
	for _, weight := range []string{"1.2345", "-1", "5000000"} {
		if _, err := read(bytes.Replace(data, []byte("1.25"), []byte(weight), 1)); err == nil || !strings.Contains(err.Error(), weight) {
			t.Errorf("%s kg: %v", weight, err)
		}
	}
}

// Every service of the old version is one of the new version: this fails when a later version drops one.
func TestServicesRemain(t *testing.T) {
	for _, service := range []parcel1.Service{parcel1.ServiceDoor, parcel1.ServiceShop} {
		if !parcel2.Service(service).Known() {
			t.Errorf("the new version has no service %s", service)
		}
	}
}
