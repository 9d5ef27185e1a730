// The catalogue of settings and keys.

package say

func settings() []entry {
	return []entry{
		{en: "the file is no valid YAML: lines of the form \"name: value\" are expected", nb: "filen er ikke gyldig YAML: det ventes linjer på formen «navn: verdi»"},
		{en: "the file is no list of settings: lines of the form \"name: value\" are expected", nb: "filen er ikke en liste over innstillinger: det ventes linjer på formen «navn: verdi»"},
		{en: "line %s: %s is a secret and may not stand in the file: use the variable %s", nb: "linje %s: %s er en hemmelighet og kan ikke stå i filen: bruk variabelen %s"},
		{en: "line %s: %s should be one value", nb: "linje %s: %s skal være én verdi"},
		{en: "line %s: there is no setting %q: those there are: %s", nb: "linje %s: innstillingen %q finnes ikke: de som finnes, er %s"},
		{en: "the variable %s", nb: "variabelen %s"},
		{en: "%s: %q is no number of days", nb: "%s: %q er ikke et antall dager"},
		{en: "the address of the service, from its documentation", nb: "adressen til tjenesten, fra dokumentasjonen"},
		{en: "the path of the service with {organisasjonsnummer} in it, from its documentation", nb: "stien til tjenesten med {organisasjonsnummer} i, fra dokumentasjonen"},
		{en: "%s is %q: a number of days from 0 is expected", nb: "%s er %q: det ventes et antall dager fra 0"},
		{en: "token_file and token_command are both set: use one of them", nb: "token_file og token_command er satt begge to: bruk én av dem"},
		{en: "%s is no address: one such as %s is expected", nb: "%s er ingen adresse: det ventes en slik som %s"},
		{en: "%s holds a user name or a password: neither belongs there", nb: "%s inneholder et brukernavn eller passord: det hører ikke hjemme der"},
		{en: "%s is %q: an address such as %s is expected", nb: "%s er %q: det ventes en adresse som %s"},
		{en: "%s is %q: an address without ? and # is expected", nb: "%s er %q: det ventes en adresse uten ? og #"},
		{en: "%s is %q, which is not encrypted: https is expected", nb: "%s er %q, som ikke er kryptert: det ventes https"},
		{en: "path is %q: %s has to stand in it, and no other name in braces", nb: "path er %q: %s må stå i den, og ingen andre navn i krøllparenteser"},
		{en: "path is %q: a path such as %s is expected", nb: "path er %q: det ventes en sti som %s"},
		{en: "path is %q: the host belongs into base_url", nb: "path er %q: verten hører hjemme i base_url"},
		{en: "the id of your Maskinporten client", nb: "id-en til Maskinporten-klienten"},
		{en: "the file with the client's private key, PEM, DER, PKCS#12 or JWK", nb: "filen med klientens private nøkkel, PEM, DER, PKCS#12 eller JWK"},
		{en: "%s is missing: %s (flag --%s, variable %s, or %s in the settings file)", nb: "%s mangler: %s (flagget --%s, variabelen %s eller %s i innstillingsfilen)"},
		{en: "%s is %q: use one of %s", nb: "%s er %q: bruk en av %s"},
		{en: "%s is larger than 1 MiB: it is no secret", nb: "%s er større enn 1 MiB: det er ingen hemmelighet"},
		{en: "%s is empty", nb: "%s er tom"},
		{en: "%s can be read by other users of this machine (mode %s): run chmod 600 %s", nb: "%s kan leses av andre brukere på maskinen (tilgang %s): kjør chmod 600 %s"},
		{en: "%s lies outside your user profile, where other users may be able to read it: move it there, or check with icacls %s", nb: "%s ligger utenfor brukerprofilen, der andre brukere kanskje kan lese den: flytt den dit, eller kontroller med icacls %s"},
	}
}

func secrets() []entry {
	return []entry{
		{en: "the program %q failed: %s", nb: "programmet %q mislyktes: %s"},
		{en: "the program %q prints more than 1 MiB: that is no token", nb: "programmet %q skriver mer enn 1 MiB: det er ikke noe token"},
		{en: "there is no access_token in it", nb: "det er ingen access_token i det"},
		{en: "one token is expected, and nothing else", nb: "det ventes ett token og ingenting annet"},
		{en: "%s holds no certificate in PEM", nb: "%s inneholder ikke noe sertifikat i PEM"},
	}
}
