package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// outcome is what a run of the command left.
type outcome struct {
	code           int
	stdout, stderr string
}

// surroundings are a world for tests: settings for the server in the environment, no terminal.
type surroundings struct {
	ctx         context.Context
	environment map[string]string
	now         func() time.Time
}

func around(server *clienttest.Server) *surroundings {
	s := &surroundings{ctx: context.Background(), environment: map[string]string{"MVASTATUS_CONFIG": os.DevNull}, now: time.Now}
	if server != nil {
		for name, value := range map[string]string{
			"BASE_URL": server.URL(), "ISSUER": server.Issuer(), "CLIENT_ID": server.ClientID(), "KID": server.KeyID(), "KEY": string(server.KeyPEM()), "LANG": "en",
		} {
			s.environment["MVASTATUS_"+name] = value
		}
	}
	return s
}

func (s *surroundings) run(arguments ...string) outcome {
	var stdout, stderr bytes.Buffer
	code := Main(arguments, World{
		Context: s.ctx, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Now: s.now,
		LookupEnv: func(name string) (string, bool) { value, ok := s.environment[name]; return value, ok },
		Width:     func(io.Writer) (int, bool) { return 0, false },
	})
	return outcome{code, stdout.String(), stderr.String()}
}

// taxpayers with deadlines so many days from now.
func taxpayer(organisation string, days ...int) clienttest.Taxpayer {
	t := clienttest.Taxpayer{Organisation: organisation, HasFiled: true}
	for _, d := range days {
		t.Terms = append(t.Terms, clienttest.TwoMonths(time.Now(), d))
	}
	return t
}

func TestExitCodesAreWhatMonitoringExpects(t *testing.T) {
	organisations := clienttest.Organisations(4)
	server := clienttest.New(t, clienttest.WithTaxpayers(
		taxpayer(organisations[0]), taxpayer(organisations[1], 3), taxpayer(organisations[2], 3, -3), taxpayer(organisations[3], 30)))
	world := around(server)
	for _, c := range []struct {
		want      int
		arguments []string
	}{
		{0, []string{"status", organisations[0]}},
		{0, []string{"status", organisations[3]}},
		{1, []string{"status", organisations[0], organisations[1]}},
		{1, []string{"status", "--soon", "40", organisations[3]}},
		{2, []string{"status", organisations[1], organisations[2]}},
		{3, []string{"status", organisations[2], "974761076"}}, // one that the service does not know
		{64, []string{"status"}},
		{64, []string{"status", "12345"}},
		{64, []string{"status", "--format", "yaml", organisations[0]}},
		{64, []string{"status", "--soon", "many", organisations[0]}},
		{64, []string{"nonsense"}},
		{64, []string{"batch"}},
		{0, []string{"--help"}},
	} {
		if got := world.run(c.arguments...); got.code != c.want {
			t.Errorf("%q: exit code %d, want %d\n%s%s", c.arguments, got.code, c.want, got.stdout, got.stderr)
		}
	}
}

func TestAPanicCouldNotCheck(t *testing.T) {
	world := around(clienttest.New(t))
	world.now = func() time.Time { panic("the clock broke") }
	got := world.run("status", "312409852")
	if got.code != exitCouldNotCheck || !strings.Contains(got.stderr, "the clock broke") {
		t.Errorf("exit code %d, %q", got.code, got.stderr)
	}
}

func TestSandboxNeedsNoSetUp(t *testing.T) {
	got := around(nil).run("status", "--sandbox", "--lang", "en", "312409852")
	if got.code != 0 || !strings.Contains(got.stdout, "312 409 852") || !strings.Contains(got.stdout, "1 open term,") {
		t.Errorf("exit code %d:\n%s%s", got.code, got.stdout, got.stderr)
	}
}

func TestMissingSettingsAreNamedAllAtOnce(t *testing.T) {
	got := around(nil).run("status", "312409852")
	if got.code != exitUsage {
		t.Errorf("exit code %d", got.code)
	}
	for _, want := range []string{"base_url", "client_id", "key_file", "--sandbox"} {
		if !strings.Contains(got.stderr, want) {
			t.Errorf("%q is missing in:\n%s", want, got.stderr)
		}
	}
}

func TestAMistypedNumberIsAWarning(t *testing.T) {
	server := clienttest.New(t, clienttest.WithTaxpayers(taxpayer("123456789", 30)))
	got := around(server).run("status", "NO 123 456 789 MVA")
	if got.code != 0 || !strings.Contains(got.stderr, "check digit") {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
}

func TestOutputGoesToAFileWhenComplete(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mva.json")
	got := around(nil).run("status", "--sandbox", "312409852", "--format", "json", "--output", path)
	if got.code != 0 || got.stdout != "" {
		t.Errorf("exit code %d, standard output %q", got.code, got.stdout)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(data) {
		t.Errorf("no JSON: %s", data)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("files left beside it: %v, %v", entries, err)
	}
}

func TestDoctor(t *testing.T) {
	server := clienttest.New(t)
	world := around(server)
	got := world.run("doctor", "312409852")
	if got.code != 0 {
		t.Errorf("exit code %d:\n%s%s", got.code, got.stdout, got.stderr)
	}
	for _, check := range []string{"settings", "key", "maskinporten", "clock", "scope", "delegation", "service"} {
		if !strings.Contains(got.stdout, "ok      "+check) {
			t.Errorf("no line for %s in:\n%s", check, got.stdout)
		}
	}
	for name, c := range map[string]struct {
		spoil func(*clienttest.Server, *surroundings)
		want  []string
	}{
		"key":        {func(_ *clienttest.Server, s *surroundings) { s.environment["MVASTATUS_KEY"] = "-----BEGIN nonsense" }, []string{"FAILED  key ", "What to do"}},
		"clock":      {func(server *clienttest.Server, _ *surroundings) { server.Skew(-2 * time.Minute) }, []string{"NOTE    clock          this machine's clock is 2 minutes ahead", "FAILED  scope"}},
		"scope":      {func(_ *clienttest.Server, s *surroundings) { s.environment["MVASTATUS_KID"] = "other" }, []string{"What to do"}},
		"delegation": {nil, []string{"FAILED  delegation", "Altinn"}},
		"service": {func(server *clienttest.Server, _ *surroundings) {
			server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Effect: clienttest.WebPage()})
		}, []string{"FAILED  service", "What to do"}},
	} {
		t.Run(name, func(t *testing.T) {
			server := clienttest.New(t)
			world, organisation := around(server), "312409852"
			if c.spoil == nil {
				organisation = "974761076" // has delegated nothing
			} else {
				c.spoil(server, world)
			}
			got := world.run("doctor", organisation)
			if got.code != exitCouldNotCheck {
				t.Errorf("exit code %d", got.code)
			}
			for _, want := range c.want {
				if !strings.Contains(got.stdout, want) {
					t.Errorf("%q is missing in:\n%s%s", want, got.stdout, got.stderr)
				}
			}
		})
	}
}

func TestKeygenMakesAKeyThatDoctorTakes(t *testing.T) {
	dir := t.TempDir()
	private, public := filepath.Join(dir, "key.pem"), filepath.Join(dir, "key.jwk")
	world := around(nil)
	if got := world.run("keygen", "--private", private, "--public", public); got.code != 0 || !strings.Contains(got.stdout, "kid") {
		t.Errorf("exit code %d:\n%s%s", got.code, got.stdout, got.stderr)
	}
	if got := world.run("keygen", "--private", private, "--public", public); got.code != exitUsage {
		t.Errorf("a second run: exit code %d, want a refusal to overwrite", got.code)
	}
}

// faults are one in a hundred rows each: those with times pass when the call is repeated.
var faults = []struct {
	name   string
	at     clienttest.Endpoint
	times  int
	effect clienttest.Effect
	fails  bool
}{
	{"503 once", clienttest.StatusEndpoint, 1, clienttest.Status(503, ""), false},
	{"429 with Retry-After", clienttest.StatusEndpoint, 1, clienttest.Status(429, "1"), false},
	{"dropped once", clienttest.StatusEndpoint, 1, clienttest.Drop(), false},
	{"truncated once", clienttest.StatusEndpoint, 1, clienttest.Truncate(), false},
	{"revoked once", clienttest.StatusEndpoint, 1, clienttest.Revoke(), false},
	{"delay", clienttest.StatusEndpoint, 1, clienttest.Delay(50 * time.Millisecond), false},
	{"token dropped once", clienttest.TokenEndpoint, 1, clienttest.Drop(), false},
	{"403", clienttest.StatusEndpoint, 0, clienttest.Status(403, ""), true},
	{"500", clienttest.StatusEndpoint, 0, clienttest.Status(500, ""), true},
	{"web page", clienttest.StatusEndpoint, 0, clienttest.WebPage(), true},
	{"empty", clienttest.StatusEndpoint, 0, clienttest.Empty(), true},
	{"another organisation", clienttest.StatusEndpoint, 0, clienttest.Confuse("312409852"), true},
	{"leaks the token", clienttest.StatusEndpoint, 0, clienttest.Leak(500), true},
	{"not delegated", clienttest.TokenEndpoint, 0, clienttest.Refuse("MP-251", "not delegated"), true},
}

const batchRows = 2000

// batchFile writes a spreadsheet of the organisations and returns its path.
func batchFile(t *testing.T, organisations []string) string {
	t.Helper()
	var text strings.Builder
	text.WriteString("navn;orgnr\r\n")
	for i, organisation := range organisations {
		fmt.Fprintf(&text, "Klient %d;%s %s %s\r\n", i, organisation[:3], organisation[3:6], organisation[6:])
	}
	path := filepath.Join(t.TempDir(), "klienter.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// faultyServer serves the organisations with every fault at one in a hundred of them, and returns how many rows must fail.
func faultyServer(t *testing.T, organisations []string) (server *clienttest.Server, failing map[string]bool) {
	t.Helper()
	var taxpayers []clienttest.Taxpayer
	for _, organisation := range organisations {
		taxpayers = append(taxpayers, taxpayer(organisation, 30))
	}
	server = clienttest.New(t, clienttest.WithTaxpayers(taxpayers...))
	failing = map[string]bool{}
	each := len(organisations) / 100
	for i, fault := range faults {
		for _, organisation := range organisations[i*each : (i+1)*each] {
			server.Inject(clienttest.Fault{At: fault.at, Organisation: organisation, Times: fault.times, Effect: fault.effect})
			failing[organisation] = fault.fails
		}
	}
	return server, failing
}

func records(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	reader.Comma = ';'
	reader.FieldsPerRecord = -1
	all, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func TestBatchOf2000RowsWithEveryFault(t *testing.T) {
	t.Parallel() // it waits more than it works
	organisations := clienttest.Organisations(batchRows)
	server, failing := faultyServer(t, organisations)
	world, path := around(server), batchFile(t, organisations)
	output := filepath.Join(filepath.Dir(path), "status.csv")
	got := world.run("batch", path, "--output", output, "-v")
	if got.code != exitCouldNotCheck {
		t.Errorf("exit code %d, want %d", got.code, exitCouldNotCheck)
	}
	rows := records(t, output)
	if len(rows) != batchRows {
		t.Fatalf("%d rows came back, want %d", len(rows), batchRows)
	}
	for i, row := range rows {
		want := "ok"
		if failing[organisations[i]] {
			want = "error"
		}
		if strings.ReplaceAll(row[1], " ", "") != organisations[i] || row[2] != want || (want == "error") != (row[10] != "") {
			t.Errorf("row %d: %q, want %s with %s", i, row, organisations[i], want)
		}
	}
	checkServer(t, server, organisations)
	checkSecrets(t, server, got.stdout, got.stderr, strings.Join(rows[0], ""))
}

// checkServer holds the guarantees against what the server saw.
func checkServer(t *testing.T, server *clienttest.Server, organisations []string) {
	t.Helper()
	if most := server.MaxInFlight(clienttest.StatusEndpoint); most > 5 {
		t.Errorf("%d calls in flight, 5 are allowed", most)
	}
	if wrong := server.Misdirected(); wrong != 0 {
		t.Errorf("%d calls came with the token of another organisation", wrong)
	}
	each := len(organisations) / 100
	for _, organisation := range organisations[len(faults)*each:] {
		if tokens, calls := server.CountFor(clienttest.TokenEndpoint, organisation), server.CountFor(clienttest.StatusEndpoint, organisation); tokens != 1 || calls != 1 {
			t.Errorf("%s: %d tokens and %d calls, want one each", organisation, tokens, calls)
		}
	}
}

// checkSecrets searches everything that was written for tokens, assertions and key material.
func checkSecrets(t *testing.T, server *clienttest.Server, written ...string) {
	t.Helper()
	secrets := server.Secrets()
	if len(secrets) < 100 {
		t.Fatalf("only %d secrets to search for", len(secrets))
	}
	secrets = append(secrets, strings.Split(strings.TrimSpace(string(server.KeyPEM())), "\n")[1])
	all := strings.Join(written, "\n")
	for _, secret := range secrets {
		if strings.Contains(all, secret) {
			t.Fatalf("a secret was written: %.20s...", secret)
		}
	}
}

func TestInterruptedBatchIsResumed(t *testing.T) {
	organisations := clienttest.Organisations(100)
	var taxpayers []clienttest.Taxpayer
	for _, organisation := range organisations {
		taxpayers = append(taxpayers, taxpayer(organisation, 30))
	}
	server := clienttest.New(t, clienttest.WithTaxpayers(taxpayers...))
	world, path := around(server), batchFile(t, organisations)
	var once sync.Once
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	world.ctx = ctx
	go func() {
		for ctx.Err() == nil {
			if server.Count(clienttest.StatusEndpoint) >= 30 {
				once.Do(cancel)
			}
			time.Sleep(time.Millisecond)
		}
	}()
	first := world.run("batch", path, "--output", filepath.Join(filepath.Dir(path), "first.csv"))
	if first.code != exitCouldNotCheck || !strings.Contains(first.stderr, "continues where it stopped") {
		t.Fatalf("exit code %d: %s", first.code, first.stderr)
	}
	world.ctx = context.Background()
	output := filepath.Join(filepath.Dir(path), "second.csv")
	if second := world.run("batch", path, "--output", output); second.code != 0 {
		t.Fatalf("exit code %d: %s", second.code, second.stderr)
	}
	twice := 0
	for _, organisation := range organisations {
		if server.CountFor(clienttest.StatusEndpoint, organisation) > 1 {
			twice++
		}
	}
	if twice > 5 {
		t.Errorf("%d organisations were asked for twice; only those in flight at the interruption may be", twice)
	}
	for i, row := range records(t, output) {
		if row[2] != "ok" {
			t.Errorf("row %d: %q", i, row)
		}
	}
}

func TestBatchRefusesToOverwriteItsInput(t *testing.T) {
	path := batchFile(t, clienttest.Organisations(1))
	if got := around(nil).run("batch", "--sandbox", "--lang", "en", path, "--output", path); got.code != exitUsage || !strings.Contains(got.stderr, "overwritten") {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
}

// TestBatchRefusesToReplaceItsJournal by its answers, whatever the file is called, and whether it is there yet.
func TestBatchRefusesToReplaceItsJournal(t *testing.T) {
	path := batchFile(t, clienttest.Organisations(1))
	folder := filepath.Dir(path)
	for _, arguments := range [][]string{
		{"--output", path + ".journal"},
		{"--output", filepath.Join(folder, "x", "..", filepath.Base(path)+".journal")},
		{"--output", filepath.Join(folder, "a"), "--journal", filepath.Join(folder, "a")},
	} {
		for range 2 {
			got := around(nil).run(append([]string{"batch", "--sandbox", "--lang", "en", path}, arguments...)...)
			if got.code != exitUsage || !strings.Contains(got.stderr, "is the journal") {
				t.Errorf("%q: exit code %d: %s", arguments, got.code, got.stderr)
			}
			if err := os.WriteFile(path+".journal", nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestWarningsAreCounted after the first twenty: a column that holds other numbers has one for each row.
func TestWarningsAreCounted(t *testing.T) {
	organisations := clienttest.Organisations(25)
	var mistyped []string
	for _, organisation := range organisations {
		last := (organisation[8]-'0'+1)%10 + '0'
		mistyped = append(mistyped, organisation[:8]+string(last))
	}
	got := around(nil).run("batch", "--sandbox", "--lang", "en", batchFile(t, mistyped), "-q")
	if n := strings.Count(got.stderr, "warning: line"); n != mostTold || !strings.Contains(got.stderr, "and 5 more warnings, each in the output") {
		t.Errorf("%d warnings:\n%s", n, got.stderr)
	}
}

func TestBatchNamesTheColumnsThereAre(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("navn;nummer\nA;312409852\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := around(nil).run("batch", "--sandbox", path); got.code != exitUsage || !strings.Contains(got.stderr, "nummer") {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
	got := around(nil).run("batch", "--sandbox", path, "--column", "nummer", "--same")
	if got.code != 0 || !strings.HasPrefix(got.stdout, "navn;nummer;mva_result") {
		t.Errorf("exit code %d: %s%s", got.code, got.stdout, got.stderr)
	}
	if diff := cmp.Diff(true, strings.Contains(got.stdout, "A;312409852;ok;1")); diff != "" {
		t.Errorf("the answer is missing in:\n%s", got.stdout)
	}
}
