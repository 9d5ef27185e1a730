// This file tests the test server: that it refuses what Maskinporten refuses and the service refuses, that its documents are
// what they say, and that its faults happen.

package clienttest_test

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/go-cmp/cmp"

	"github.com/mvainnsyn/mvainnsyn/client/clienttest"
)

// grant is an assertion in the making, right unless changed.
type grant struct {
	method jwt.SigningMethod
	key    any
	header map[string]any
	claims jwt.MapClaims
	form   url.Values // beside the assertion
}

func newGrant(server *clienttest.Server) *grant {
	now := time.Now()
	return &grant{
		method: jwt.SigningMethodRS256, key: server.Key(), header: map[string]any{"kid": server.KeyID()},
		claims: jwt.MapClaims{
			"aud": server.Issuer(), "iss": server.ClientID(), "scope": clienttest.Scope,
			"iat": now.Unix(), "exp": now.Unix() + 120, "jti": rand.Text(),
		},
		form: url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:jwt-bearer"}},
	}
}

// ask sends a grant and returns the token, or else error and description.
func (g *grant) ask(t *testing.T, server *clienttest.Server) (token, refused string) {
	t.Helper()
	made := jwt.NewWithClaims(g.method, g.claims)
	maps.Copy(made.Header, g.header)
	text, err := made.SignedString(g.key)
	if err != nil {
		t.Fatal(err)
	}
	g.form.Set("assertion", text)
	response, err := http.PostForm(server.TokenURL(), g.form)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct {
		Token       string `json:"access_token"`
		Error       string `json:"error"`
		Description string `json:"error_description"`
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	if (answer.Token == "") != (response.StatusCode == http.StatusBadRequest) {
		t.Errorf("status %d with %+v", response.StatusCode, answer)
	}
	return answer.Token, strings.TrimSpace(answer.Error + " " + answer.Description)
}

// chainOf is the first n certificates of the built-in chain, as x5c holds them.
func chainOf(server *clienttest.Server, n int) []string {
	var chain []string
	for _, cert := range server.Chain()[:n] {
		chain = append(chain, base64.StdEncoding.EncodeToString(cert.Raw))
	}
	return chain
}

func TestGrants(t *testing.T) {
	server := clienttest.New(t)
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	set := func(claim string, value any) func(*grant) { return func(g *grant) { g.claims[claim] = value } }
	drop := func(claim string) func(*grant) { return func(g *grant) { delete(g.claims, claim) } }
	x5c := func(value any) func(*grant) { return func(g *grant) { g.header = map[string]any{"x5c": value} } }
	details := func(detail map[string]any) func(*grant) { return set("authorization_details", []any{detail}) }
	systemUser := func(kind, authority, id string) func(*grant) {
		return details(map[string]any{"type": kind, "systemuser_org": map[string]any{"authority": authority, "ID": id}})
	}
	now := time.Now().Unix()
	times := func(iat, exp int64) func(*grant) {
		return func(g *grant) { g.claims["iat"], g.claims["exp"] = now+iat, now+exp }
	}
	tests := []struct {
		name   string
		change func(*grant)
		want   string // in error and description, empty for a token
	}{
		{"right", func(*grant) {}, ""},
		{"audience in a list of one", set("aud", []string{server.Issuer()}), ""},
		{"RS384", func(g *grant) { g.method = jwt.SigningMethodRS384 }, ""},
		{"RS512", func(g *grant) { g.method = jwt.SigningMethodRS512 }, ""},
		{"whole chain", x5c(chainOf(server, 3)), ""},
		{"resource", set("resource", []string{"https://api"}), ""},
		{"consumer", set("consumer_org", clienttest.OneOpen), ""},
		{"system user", systemUser("urn:altinn:systemuser", "iso6523-actorid-upis", "0192:"+clienttest.OneOpen), ""},
		{"clock 8 s ahead", times(8, 100), ""},
		{"clock 8 s behind", times(-8, 100), ""},

		{"no grant type", func(g *grant) { g.form = url.Values{} }, "unsupported_grant_type"},
		{"a scope in the form", func(g *grant) { g.form.Set("scope", "s") }, "MP-011"},
		{"PS256", func(g *grant) { g.method = jwt.SigningMethodPS256 }, "MP-124"},
		{"HS256 with the public key", func(g *grant) { g.method, g.key = jwt.SigningMethodHS256, []byte("key") }, "MP-124"},
		{"no algorithm", func(g *grant) { g.method, g.key = jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType }, "MP-124"},
		{"another key", func(g *grant) { g.key = other }, "MP-124"},
		{"unknown client", set("iss", "x"), "MP-100"},
		{"unknown key", func(g *grant) { g.header["kid"] = "x" }, "Unknown key identifier (kid) for client"},
		{"neither kid nor x5c", func(g *grant) { g.header = nil }, "MP-123"},
		{"x5c as text", x5c(chainOf(server, 1)[0]), "MP-123"},
		{"x5c of the leaf only", x5c(chainOf(server, 1)), "MP-123"},
		{"x5c without the root", x5c(chainOf(server, 2)), "MP-123"},
		{"x5c of no base64", x5c([]string{"%"}), "MP-123"},
		{"x5c of no certificate", x5c([]string{"AAAA"}), "MP-123"},
		{"x5c in disorder", x5c([]string{chainOf(server, 3)[0], chainOf(server, 3)[2], chainOf(server, 3)[1]}), "MP-123"},
		{"x5c of another key", func(g *grant) { x5c(chainOf(server, 3)[1:])(g) }, "MP-122"},
		{"token endpoint as audience", set("aud", server.TokenURL()), "MP-110"},
		{"issuer without slash", set("aud", strings.TrimSuffix(server.Issuer(), "/")), "MP-110"},
		{"two audiences", set("aud", []string{server.Issuer(), "x"}), "MP-110"},
		{"sub", set("sub", "x"), "MP-011"},
		{"nbf", set("nbf", now), "MP-011"},
		{"anything else", set("hei", "x"), "MP-011"},
		{"no iat", drop("iat"), "MP-011"},
		{"iat as text", set("iat", "nå"), "MP-011"},
		{"121 seconds", times(0, 121), "MP-011"},
		{"clock 15 s ahead", times(15, 100), "Issue time is after now"},
		{"clock 15 s behind", times(-15, 100), "MP-130"},
		{"expired", times(-5, -1), "MP-130"},
		{"no jti", drop("jti"), "MP-011"},
		{"no scope", drop("scope"), "MP-011"},
		{"unknown scope", set("scope", "x"), "MP-200"},
		{"scope for users", set("scope", "openid"), "MP-201"},
		{"resource as text", set("resource", "https://api"), "MP-011"},
		{"oneself as consumer", set("consumer_org", clienttest.OwnOrganisation), "MP-011"},
		{"a consumer of eight digits", set("consumer_org", "12345678"), "MP-011"},
		{"an unknown consumer", set("consumer_org", "999999999"), "MP-251"},
		{"consumer beside iss_onbehalfof", func(g *grant) {
			g.claims["consumer_org"], g.claims["iss_onbehalfof"] = clienttest.OneOpen, "x"
		}, "MP-011"},
		{"details of another type", systemUser("x", "iso6523-actorid-upis", "0192:"+clienttest.OneOpen), "MP-301"},
		{"details without an organisation", details(map[string]any{"type": "urn:altinn:systemuser"}), "MP-302"},
		{"details as an object", set("authorization_details", map[string]any{}), "MP-302"},
		{"details of another authority", systemUser("urn:altinn:systemuser", "x", "0192:"+clienttest.OneOpen), "MP-303"},
		{"details without a prefix", systemUser("urn:altinn:systemuser", "iso6523-actorid-upis", clienttest.OneOpen), "MP-303"},
		{"an unknown system user", systemUser("urn:altinn:systemuser", "iso6523-actorid-upis", "0192:999999999"), "MP-303"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := newGrant(server)
			test.change(g)
			token, refused := g.ask(t, server)
			if (token == "") != (test.want != "") || !strings.Contains(refused, test.want) {
				t.Errorf("token %q, %s; want %q", token, refused, test.want)
			}
		})
	}
}

func TestGrantIsUsedOnce(t *testing.T) {
	server := clienttest.New(t)
	g := newGrant(server)
	if token, refused := g.ask(t, server); token == "" {
		t.Fatal(refused)
	}
	if _, refused := g.ask(t, server); !strings.Contains(refused, "MP-012") {
		t.Errorf("second use: %s", refused)
	}
	// A grant refused for another reason is not used up.
	g = newGrant(server)
	g.claims["scope"] = "x"
	g.ask(t, server)
	g.claims["scope"] = clienttest.Scope
	if token, refused := g.ask(t, server); token == "" {
		t.Error(refused)
	}
}

// fetch gets a status document with a header or none.
func fetch(t *testing.T, server *clienttest.Server, organisation string, header http.Header) (status int, contentType, body string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, server.URL()+clienttest.StatusPath+organisation, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = header
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, response.Header.Get("Content-Type"), string(text)
}

// tokenFor obtains a token for an organisation.
func tokenFor(t *testing.T, server *clienttest.Server, organisation string) string {
	t.Helper()
	g := newGrant(server)
	if organisation != clienttest.OwnOrganisation {
		g.claims["consumer_org"] = organisation
	}
	token, refused := g.ask(t, server)
	if token == "" {
		t.Fatal(refused)
	}
	return token
}

func TestWhoMayAsk(t *testing.T) {
	server := clienttest.New(t)
	now := time.Now()
	server.SetClock(func() time.Time { return now })
	good, own := tokenFor(t, server, clienttest.OneOpen), tokenFor(t, server, clienttest.OwnOrganisation)
	tests := []struct {
		name, organisation, token string
		accept                    string
		status                    int
		contentType, want         string // in the body
	}{
		{"right", clienttest.OneOpen, good, "application/xml", 200, "application/xml", "<organisasjonsnummer>312409852<"},
		{"JSON", clienttest.OneOpen, good, "application/json", 200, "application/json", `"organisasjonsnummer":"312409852"`},
		{"whatever", clienttest.OneOpen, good, "", 200, "application/json", `"toMaaned"`},
		{"one of several", clienttest.OneOpen, good, "text/html;q=0.1, application/xml", 200, "application/xml", "<?xml"},
		{"oneself", clienttest.OwnOrganisation, own, "*/*", 200, "application/json", clienttest.OwnOrganisation},
		{"another format", clienttest.OneOpen, good, "text/html", 406, "application/json", "STATUS-406"},
		{
			"no token", clienttest.OneOpen, "", "application/xml", 401, "application/xml",
			`<feil xmlns="urn:no:skatteetaten:datasamarbeid:feil:v1"><kode>STATUS-401</kode>`,
		},
		{"unknown token", clienttest.OneOpen, "x", "application/json", 401, "application/json", `"kode":"STATUS-402"`},
		{"another's token", clienttest.Overdue, good, "application/json", 401, "application/json", "STATUS-405"},
		{"no number", "12345678", good, "application/json", 400, "application/json", "STATUS-400"},
	}
	for _, test := range tests {
		header := http.Header{}
		if test.accept != "" {
			header.Set("Accept", test.accept)
		}
		if test.token != "" {
			header.Set("Authorization", "Bearer "+test.token)
		}
		status, contentType, body := fetch(t, server, test.organisation, header)
		if status != test.status || contentType != test.contentType || !strings.Contains(body, test.want) {
			t.Errorf("%s: %d %s %s", test.name, status, contentType, body)
		}
	}
	if got := server.Misdirected(); got != 1 {
		t.Errorf("%d misdirected", got)
	}
	now = now.Add(3 * time.Minute)
	if status, _, _ := fetch(t, server, clienttest.OneOpen, http.Header{"Authorization": {"Bearer " + good}}); status != 401 {
		t.Errorf("a token that has ended: %d", status)
	}
}

func TestDocumentsAndTaxpayersOfTheCaller(t *testing.T) {
	server := clienttest.New(t, clienttest.WithTaxpayers(clienttest.Taxpayer{Organisation: clienttest.Overdue}))
	server.SetDocument(clienttest.OneOpen, "text/plain", []byte("hei"))
	bearer := func(organisation string) http.Header {
		return http.Header{"Authorization": {"Bearer " + tokenFor(t, server, organisation)}}
	}
	if status, contentType, body := fetch(t, server, clienttest.OneOpen, bearer(clienttest.OneOpen)); status != 200 || contentType != "text/plain" || body != "hei" {
		t.Errorf("document: %d %s %s", status, contentType, body)
	}
	if status, _, body := fetch(t, server, clienttest.Overdue, bearer(clienttest.Overdue)); status != 200 || !strings.Contains(body, `false`) {
		t.Errorf("taxpayer: %d %s", status, body)
	}
	if status, _, _ := fetch(t, server, clienttest.OwnOrganisation, bearer(clienttest.OwnOrganisation)); status != 404 {
		t.Errorf("built in, but not wanted: %d", status)
	}
}

// The synthetic numbers pass the check digit and begin as synthetic ones do.
func TestOrganisationNumbers(t *testing.T) {
	numbers := clienttest.Organisations(500)
	for _, taxpayer := range clienttest.BuiltIn(time.Now()) {
		numbers = append(numbers, taxpayer.Organisation)
	}
	seen := map[string]bool{}
	for _, number := range numbers {
		sum := 0
		for i, weight := range []int{3, 2, 7, 6, 5, 4, 3, 2, 1} {
			sum += weight * int(number[i]-'0')
		}
		if len(number) != 9 || sum%11 != 0 || number[0] != '2' && number[0] != '3' || seen[number] {
			t.Errorf("%s", number)
		}
		seen[number] = true
	}
}

func TestBuiltInTaxpayers(t *testing.T) {
	type about struct {
		Terms    int
		HasFiled bool
		First    string // category and deadline of the first term
	}
	got := map[string]about{}
	for _, taxpayer := range clienttest.BuiltIn(time.Date(2024, 4, 1, 23, 59, 0, 0, time.UTC)) { // 2 April in Oslo
		a := about{Terms: len(taxpayer.Terms), HasFiled: taxpayer.HasFiled}
		if a.Terms > 0 {
			term := taxpayer.Terms[0]
			a.First = fmt.Sprint(term.Category, " ", term.Period, " ", term.Year, " ", term.PeriodType, " ", term.Deadline)
		}
		got[taxpayer.Organisation] = a
	}
	want := map[string]about{
		clienttest.OneOpen:         {1, true, "alminnelig januar-februar 2024 toMaaned 2024-04-14"},
		clienttest.NothingOpen:     {0, true, ""},
		clienttest.Overdue:         {3, true, "alminnelig september-oktober 2023 toMaaned 2024-01-22"},
		clienttest.FirstTime:       {1, false, "alminnelig januar-februar 2024 toMaaned 2024-05-02"},
		clienttest.UnknownCategory: {1, true, "omvendtAvgiftsplikt januar-februar 2024 toMaaned 2024-04-22"},
		clienttest.ManyTerms:       {60, true, "alminnelig mai-juni 2023 toMaaned 2023-09-05"},
		clienttest.DueToday:        {1, true, "alminnelig januar-februar 2024 toMaaned 2024-04-02"},
		clienttest.PrimaryIndustry: {1, true, "primaernaering aarlig 2023 aar 2024-07-01"},
		clienttest.Compensation:    {1, true, "merverdiavgift kompensasjon januar-februar 2024 toMaaned 2024-04-07"},
		clienttest.OwnOrganisation: {1, true, "alminnelig januar-februar 2024 toMaaned 2024-04-14"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

var sample = clienttest.Taxpayer{Organisation: clienttest.OneOpen, HasFiled: true, Terms: []clienttest.Term{
	{Category: "alminnelig", Period: "januar-februar", Year: 2022, PeriodType: "toMaaned", Deadline: "2022-04-11"},
}}

func TestDocuments(t *testing.T) {
	wantXML := xml.Header + `<mvaMeldingInnsendingStatus xmlns="no:skatteetaten:fastsetting:avgift:mva:mvaMeldingInnsendingStatus:v1">` +
		`<skattepliktig><organisasjonsnummer>312409852</organisasjonsnummer></skattepliktig>` +
		`<terminUtenLevertMvaMelding><meldingskategori>alminnelig</meldingskategori>` +
		`<skattleggingsperiode><periode>januar-februar</periode><aar>2022</aar></skattleggingsperiode>` +
		`<skattleggingsperiodeType>toMaaned</skattleggingsperiodeType><leveringsfrist>2022-04-11</leveringsfrist></terminUtenLevertMvaMelding>` +
		`<harTidligereSendtMvaMelding>true</harTidligereSendtMvaMelding></mvaMeldingInnsendingStatus>`
	if diff := cmp.Diff(wantXML, string(sample.XML())); diff != "" {
		t.Error(diff)
	}
	wantJSON := `{"harTidligereSendtMvaMelding":true,"skattepliktig":{"organisasjonsnummer":"312409852"},` +
		`"terminUtenLevertMvaMelding":[{"leveringsfrist":"2022-04-11","meldingskategori":"alminnelig",` +
		`"skattleggingsperiode":{"aar":"2022","periode":"januar-februar"},"skattleggingsperiodeType":"toMaaned"}]}`
	if diff := cmp.Diff(wantJSON, string(sample.JSON())); diff != "" {
		t.Error(diff)
	}
}

// What makes each variant the one it is.
func TestVariants(t *testing.T) {
	want := map[string]string{
		"root wrapper":                      `{"mvaMeldingInnsendingStatus":{"har`,
		"lone object for the list":          `"terminUtenLevertMvaMelding":{"leveringsfrist"`,
		"null for the list":                 `"terminUtenLevertMvaMelding":null`,
		"empty list":                        `"terminUtenLevertMvaMelding":[]`,
		"list left out":                     `{"harTidligereSendtMvaMelding":true,"skattepliktig":{"organisasjonsnummer":"312409852"}}`,
		"keys padded with spaces":           `"   terminUtenLevertMvaMelding":[{`,
		"numbers for year and organisation": `"aar":2022`,
		"deadline with zone":                `"2022-04-11+01:00"`,
		"deadline with time":                `"2022-04-11T00:00:00"`,
		"compact deadline":                  `"20220411"`,
		"number for boolean":                `"harTidligereSendtMvaMelding":1`,
		"text for boolean":                  `"harTidligereSendtMvaMelding":"true"`,
		"period as one-key object":          `"periode":{"toMaaneder":"januar-februar"}`,
		"Norwegian letters":                 `"primærnæring"`,
		"unknown values":                    `"nyKategori"`,
		"unknown fields":                    `"nyttFelt":{"a":[1,"to",null]}`,
		"no known key":                      `{"resultat":"OK"}`,
		"another organisation":              `"312409850"`,
		"boolean left out":                  `{"skattepliktig"`,
	}
	for _, variant := range clienttest.Variants() {
		got := string(sample.JSONAs(variant))
		if !strings.Contains(got, want[variant.Name]) || want[variant.Name] == "" {
			t.Errorf("%s: %s", variant.Name, got)
		}
		delete(want, variant.Name)
	}
	if len(want) != 0 {
		t.Errorf("not there: %v", want)
	}
}

// A variant is answered to whoever has a token; the others are refused as always.
func TestVariantAsFault(t *testing.T) {
	server := clienttest.New(t)
	server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Effect: clienttest.As(clienttest.Variants()[0])})
	token := http.Header{"Authorization": {"Bearer " + tokenFor(t, server, clienttest.OneOpen)}, "Accept": {"application/xml"}}
	if status, contentType, body := fetch(t, server, clienttest.OneOpen, token); status != 200 || contentType != "application/json" || !strings.HasPrefix(body, `{"mvaMelding`) {
		t.Errorf("%d %s %s", status, contentType, body)
	}
	if status, _, _ := fetch(t, server, clienttest.OneOpen, http.Header{}); status != 401 {
		t.Errorf("without a token: %d", status)
	}
}

// Faults strike whom they are for, as often as they should, in the order injected.
func TestFaultsStrikeInOrder(t *testing.T) {
	server := clienttest.New(t)
	at := clienttest.StatusEndpoint
	server.Inject(
		clienttest.Fault{At: clienttest.TokenEndpoint, Effect: clienttest.Plain(418, "")},
		clienttest.Fault{At: at, Organisation: clienttest.Overdue, Effect: clienttest.Plain(410, "")},
		clienttest.Fault{At: at, Times: 2, Effect: clienttest.Status(503, "7")},
		clienttest.Fault{At: at, Times: 1, Effect: clienttest.WebPage()},
		clienttest.Fault{At: at, Organisation: clienttest.FirstTime, Effect: clienttest.Empty()},
	)
	var got []int
	for _, organisation := range []string{
		clienttest.OneOpen, clienttest.Overdue, clienttest.OneOpen, clienttest.OneOpen,
		clienttest.FirstTime, clienttest.OneOpen, clienttest.Overdue,
	} {
		status, _, _ := fetch(t, server, organisation, http.Header{})
		got = append(got, status)
	}
	if diff := cmp.Diff([]int{503, 410, 503, 200, 200, 401, 410}, got); diff != "" {
		t.Error(diff)
	}
	server.Clear()
	status, _, _ := fetch(t, server, clienttest.Overdue, http.Header{})
	counts := []int{
		status, server.Count(at), server.CountFor(at, clienttest.Overdue), server.CountFor(at, clienttest.OneOpen),
		server.Count(clienttest.TokenEndpoint), server.MaxInFlight(at),
	}
	if diff := cmp.Diff([]int{401, 8, 3, 4, 0, 1}, counts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(clienttest.Request{Endpoint: at, Organisation: clienttest.OneOpen, Status: 503}, server.Requests(at)[0]); diff != "" {
		t.Error(diff)
	}
}

func TestEndAndAddresses(t *testing.T) {
	clienttest.New(t)
	before := runtime.NumGoroutine()
	server, err := clienttest.Start(clienttest.WithTokenLife(time.Second), clienttest.WithClock(time.Now))
	if err != nil {
		t.Fatal(err)
	}
	taken := strings.TrimPrefix(server.URL(), "http://")
	for _, addresses := range [][2]string{{taken, "127.0.0.1:0"}, {"127.0.0.1:0", taken}} {
		if _, err := clienttest.Start(clienttest.WithAddresses(addresses[0], addresses[1])); err == nil {
			t.Errorf("%v: two servers at one address", addresses)
		}
	}
	server.Inject(clienttest.Fault{At: clienttest.StatusEndpoint, Effect: clienttest.Delay(time.Minute)})
	waiting := make(chan error)
	go func() {
		response, err := http.Get(server.URL() + clienttest.StatusPath + clienttest.OneOpen)
		if err == nil {
			_ = response.Body.Close()
		}
		waiting <- err
	}()
	for server.Count(clienttest.StatusEndpoint) == 0 {
		time.Sleep(time.Millisecond)
	}
	server.Close()
	if err := <-waiting; err == nil {
		t.Error("a request outlived the server")
	}
	if _, err := net.Dial("tcp", taken); err == nil {
		t.Error("the server still listens")
	}
	http.DefaultClient.CloseIdleConnections()
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}
