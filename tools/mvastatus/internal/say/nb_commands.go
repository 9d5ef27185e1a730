// The catalogue of the command line: help, flags, and what is wrong with them.

package say

import "slices"

func commands() []entry { return slices.Concat(helps(), flags(), runs(), doctors()) }

func helps() []entry {
	return []entry{
		{en: "Which VAT returns has this organisation not delivered, and by when?", nb: "Hvilke mva-meldinger har organisasjonen ikke levert, og når er fristen?"},
		{en: `mvastatus asks Skatteetaten which VAT terms an organisation has not delivered, and
shows them with the days that are left.

The status service (--service status) was documented and never put into operation: try
it with --sandbox. For use today, --service frister tells deadlines ahead, and --service
meldingsopplysning what was delivered of the last three terms.

Exit codes: 0 nothing due soon, 1 something due within --soon days, 2 something overdue,
3 could not check (wins over the others), 64 wrong use.`, nb: `mvastatus spør Skatteetaten hvilke mva-terminer en organisasjon ikke har levert, og
viser dem med antall dager til fristen.

Statustjenesten (--service status) ble beskrevet og aldri satt i drift: prøv den med
--sandbox. Til bruk i dag gir --service frister fristene framover, og --service
meldingsopplysning hva som er levert for de siste tre terminene.

Avslutningskoder: 0 ingen frist snart, 1 en frist innen --soon dager, 2 en frist er ute,
3 kunne ikke kontrolleres (går foran de andre), 64 feil bruk.`},
		{en: `mvastatus status --sandbox 312409852          see it work, no set-up needed
mvastatus status 974761076 "NO 974 760 673 MVA"
mvastatus batch clients.xlsx --output status.csv
mvastatus doctor 974761076                    find out why it does not work
mvastatus completion bash                     completion for the shell`, nb: `mvastatus status --sandbox 312409852          se det virke, uten oppsett
mvastatus status 974761076 "NO 974 760 673 MVA"
mvastatus batch kunder.xlsx --output status.csv
mvastatus doctor 974761076                    finn ut hvorfor det ikke virker
mvastatus completion bash                     fullføring i skallet`},
		{en: "Show the open terms of organisations", nb: "Vis de åpne terminene til organisasjoner"},
		{en: `Shows the VAT terms that each organisation has not delivered, the most pressing first.
Organisation numbers are taken in every form: 974761076, "974 761 076", NO974761076MVA,
0192:974761076.`, nb: `Viser mva-terminene hver organisasjon ikke har levert, de som haster mest, først.
Organisasjonsnumre kan skrives på alle måter: 974761076, "974 761 076", NO974761076MVA,
0192:974761076.`},
		{en: `mvastatus status --sandbox 312409852
mvastatus status 974761076 --format json
mvastatus status 974761076 --format ics --output mva.ics
mvastatus status 974761076 --format prometheus --output mva.prom`, nb: `mvastatus status --sandbox 312409852
mvastatus status 974761076 --format json
mvastatus status 974761076 --format ics --output mva.ics
mvastatus status 974761076 --format prometheus --output mva.prom`},
		{en: "Check every organisation in a spreadsheet", nb: "Kontroller alle organisasjoner i et regneark"},
		{en: `Reads a spreadsheet with a column of organisation numbers (.xlsx, or CSV of any kind), asks
for each organisation once, five at a time, and writes it as CSV with the answers behind
its columns.

What was asked and answered is kept in a journal beside the file. Interrupt the run
whenever you like: the same command continues where it stopped, asks for nobody twice on one
day, and tells what changed since the last day.`, nb: `Leser et regneark med en kolonne med organisasjonsnumre (.xlsx eller CSV av alle slag),
spør én gang for hver organisasjon, fem om gangen, og skriver det som CSV med svarene bak
kolonnene.

Spørsmål og svar tas vare på i en journal ved siden av filen. Avbryt kjøringen når du vil:
samme kommando fortsetter der den stanset, spør ikke for noen to ganger på én dag, og
forteller hva som er endret siden sist.`},
		{en: `mvastatus batch clients.xlsx --output status.csv
mvastatus batch clients.csv --same --output status.csv
mvastatus batch clients.csv --again=failed --output status.csv
mvastatus batch clients.csv --format ics --output mva.ics`, nb: `mvastatus batch kunder.xlsx --output status.csv
mvastatus batch kunder.csv --same --output status.csv
mvastatus batch kunder.csv --again=failed --output status.csv
mvastatus batch kunder.csv --format ics --output mva.ics`},
		{en: "Find out why it does not work", nb: "Finn ut hvorfor det ikke virker"},
		{en: `Checks settings, proxy, key, Maskinporten, clock and scope, and with an organisation
number also delegation and the service: one line each, and what to do where one fails.`, nb: `Kontrollerer innstillinger, mellomtjener, nøkkel, Maskinporten, klokke og tilgangsområde,
og med et organisasjonsnummer også delegering og tjenesten: én linje for hver, og hva du
kan gjøre der noe svikter.`},
		{en: "Make a key pair and the JWK to upload", nb: "Lag et nøkkelpar og JWK-en som skal lastes opp"},
		{en: `Makes an RSA key pair for a Maskinporten client: the private key, readable by you only,
and the public key as a JWK set to upload in Samarbeidsportalen. Nothing is overwritten.`, nb: `Lager et RSA-nøkkelpar for en Maskinporten-klient: den private nøkkelen, som bare du kan
lese, og den offentlige nøkkelen som et JWK-sett til opplasting i Samarbeidsportalen.
Ingenting blir overskrevet.`},
		{en: "Print the JSON Schema of --format json", nb: "Skriv ut JSON-skjemaet for --format json"},
		{en: "Serve a Maskinporten and a status service on this machine, to try things out", nb: "Kjør en Maskinporten og en statustjeneste på maskinen, til utprøving"},
		{en: `Serves an in-process Maskinporten and status service on loopback with synthetic
organisations, and prints the settings to use them with. Ends with Ctrl-C.`, nb: `Kjører en Maskinporten og en statustjeneste på egen maskin med syntetiske organisasjoner,
og skriver ut innstillingene de brukes med. Avslutt med Ctrl-C.`},
		{en: "Write the script that makes your shell complete commands and flags", nb: "Skriv skriptet som lar skallet fullføre kommandoer og flagg"},
		{en: `Writes the script for bash, zsh, fish or powershell to standard output. Load it when the
shell starts:

  bash         source <(mvastatus completion bash)
  zsh          source <(mvastatus completion zsh)
  fish         mvastatus completion fish | source
  powershell   mvastatus completion powershell | Out-String | Invoke-Expression`, nb: `Skriver skriptet for bash, zsh, fish eller powershell til standard ut. Last det når
skallet starter:

  bash         source <(mvastatus completion bash)
  zsh          source <(mvastatus completion zsh)
  fish         mvastatus completion fish | source
  powershell   mvastatus completion powershell | Out-String | Invoke-Expression`},
		{en: "Use:", nb: "Bruk:"},
		{en: "Examples:", nb: "Eksempler:"},
		{en: "Commands:", nb: "Kommandoer:"},
		{en: "Flags:", nb: "Flagg:"},
		{en: "Flags of all commands:", nb: "Flagg for alle kommandoer:"},
		{en: "COMMAND", nb: "KOMMANDO"},
		{en: "FILE", nb: "FIL"},
		{en: "ORGNR...", nb: "ORGNR..."},
		{en: "[ORGNR]", nb: "[ORGNR]"},
		{en: "[FLAGS]", nb: "[FLAGG]"},
		{en: "(standard: %s)", nb: "(standard: %s)"},
		{en: "show this help", nb: "vis denne hjelpen"},
		{en: "show the version", nb: "vis versjonen"},
	}
}

func flags() []entry {
	return []entry{
		{en: "`FILE` with settings (standard: %s)", nb: "`FIL` med innstillinger (standard: %s)"},
		{en: "`NAME` of the service to ask: status, frister or meldingsopplysning (standard: status)", nb: "`NAVN` på tjenesten som skal spørres: status, frister eller meldingsopplysning (standard: status)"},
		{en: "`WHICH` Maskinporten: test or production; it says nothing about the service's address (standard: test)", nb: "`HVILKEN` Maskinporten: test eller production; det sier ingenting om adressen til tjenesten (standard: test)"},
		{en: "`URL` of the service", nb: "`URL` til tjenesten"},
		{en: "`PATH` of frister or meldingsopplysning, with {organisasjonsnummer} in it", nb: "`STI` til frister eller meldingsopplysning, med {organisasjonsnummer} i"},
		{en: "`URL` of a Maskinporten other than the two", nb: "`URL` til en annen Maskinporten enn de to"},
		{en: "`ID` of your Maskinporten client", nb: "`ID` til Maskinporten-klienten"},
		{en: "`FILE` with the private key: PEM, DER, PKCS#12 or JWK", nb: "`FIL` med den private nøkkelen: PEM, DER, PKCS#12 eller JWK"},
		{en: "`ID` of the uploaded key; without it the certificate is sent", nb: "`ID` til den opplastede nøkkelen; uten den blir sertifikatet sendt"},
		{en: "`FILE` with the password of a PKCS#12 key or an encrypted PEM or DER", nb: "`FIL` med passordet til en PKCS#12-nøkkel eller en kryptert PEM eller DER"},
		{en: "`FILE` with a token that another program keeps fresh, instead of Maskinporten and key", nb: "`FIL` med et token som et annet program holder ferskt, i stedet for Maskinporten og nøkkel"},
		{en: "`COMMAND` that prints a token, for example one from ID-porten, instead of Maskinporten and key", nb: "`KOMMANDO` som skriver ut et token, for eksempel fra ID-porten, i stedet for Maskinporten og nøkkel"},
		{en: "`COMMAND` that prints a consent token for MVASTATUS_ORGNR (meldingsopplysning)", nb: "`KOMMANDO` som skriver ut et samtykketoken for MVASTATUS_ORGNR (meldingsopplysning)"},
		{en: "`HOW` you act for others: consumer-org, system-user or none (standard: consumer-org)", nb: "`MÅTE` dere opptrer for andre på: consumer-org, system-user eller none (standard: consumer-org)"},
		{en: "`NUMBER` of your own organisation, for which no delegation is needed", nb: "`NUMMER` på deres egen organisasjon, som ikke krever delegering"},
		{en: "`REFERENCE` (external) of the system user", nb: "`REFERANSE` (ekstern) for systembrukeren"},
		{en: "`FILE` with certificates of authorities to trust beside the system's, for example your proxy's", nb: "`FIL` med rotsertifikater som skal klareres i tillegg til systemets, for eksempel fra en mellomtjener"},
		{en: "`FORMAT` to ask the service for: xml or json (standard: xml)", nb: "`FORMAT` tjenesten bes om: xml eller json (standard: xml)"},
		{en: "`LANGUAGE`: nb, no or en (standard: nb)", nb: "`SPRÅK`: nb, no eller en (standard: nb)"},
		{en: "`DAYS` within which a deadline counts as near", nb: "`DAGER` før fristen som regnes som nær"},
		{en: "`TIME` the whole run may take, for example 30s or 10m; what is not asked by then is said to be so", nb: "`TID` hele kjøringen kan ta, for eksempel 30s eller 10m; det som da ikke er spurt, blir oppgitt slik"},
		{en: "let what a service does not tell count as nothing due, in the exit code", nb: "la det en tjeneste ikke oppgir, telle som ingen frist i avslutningskoden"},
		{en: "log requests and retries, never secrets, and show where answers deviate from the schema", nb: "logg forespørsler og nye forsøk, aldri hemmeligheter, og vis hvor svar avviker fra skjemaet"},
		{en: "ask a sandbox inside the program: no set-up, no network, synthetic organisations", nb: "spør en sandkasse i programmet: uten oppsett og nettverk, med syntetiske organisasjoner"},
		{en: "`FORMAT` of the output: %s", nb: "`FORMAT` på resultatet: %s"},
		{en: "`FILE` to write to instead of standard output", nb: "`FIL` det skal skrives til i stedet for standard ut"},
		{en: "`NAME` of the column with the organisation numbers (standard: orgnr, Org.nr., organisasjonsnummer and the like)", nb: "`NAVN` på kolonnen med organisasjonsnumre (standard: orgnr, Org.nr., organisasjonsnummer og lignende)"},
		{en: "`NAME` of the worksheet in a workbook (standard: the first with such a column)", nb: "`NAVN` på arket i en arbeidsbok (standard: det første med en slik kolonne)"},
		{en: "`NAME` of a column with the external reference of each organisation's system user", nb: "`NAVN` på en kolonne med den eksterne referansen for hver organisasjons systembruker"},
		{en: "`FILE` that remembers the answers (standard: the spreadsheet's name with .journal behind it)", nb: "`FIL` som husker svarene (standard: navnet på regnearket med .journal bak)"},
		{en: "`WHOM` to ask again of those asked today: failed or all (all where nothing is said)", nb: "`HVEM` det skal spørres på nytt for, av dem det er spurt for i dag: failed (de som mislyktes) eller all (alle, om ikke noe er oppgitt)"},
		{en: "write CSV in the encoding, separator and line ends it came in, instead of UTF-8 for Excel", nb: "skriv CSV med tegnsettet, skilletegnet og linjeskiftene den kom med, i stedet for UTF-8 for Excel"},
		{en: "no progress", nb: "vis ikke framdrift"},
		{en: "`ADDRESS` of Maskinporten; port 0 is any free one", nb: "`ADRESSE` for Maskinporten; port 0 er en hvilken som helst ledig"},
		{en: "`ADDRESS` of the status service", nb: "`ADRESSE` for statustjenesten"},
		{en: "`FILE` for the sandbox's private key", nb: "`FIL` for sandkassens private nøkkel"},
		{en: "`FILE` for the private key", nb: "`FIL` for den private nøkkelen"},
		{en: "`FILE` for the public key", nb: "`FIL` for den offentlige nøkkelen"},

		{en: "there is no command %q", nb: "kommandoen %q finnes ikke"},
		{en: "there is no command %q: did you mean %s?", nb: "kommandoen %q finnes ikke: mente du %s?"},
		{en: "there is no flag %s for %s", nb: "flagget %s finnes ikke for %s"},
		{en: "there is no flag %s: did you mean %s?", nb: "flagget %s finnes ikke: mente du %s?"},
		{en: "--%s needs a value", nb: "--%s trenger en verdi"},
		{en: "--%s does not take %q", nb: "--%s kan ikke være %q"},
		{en: "--again is %q: use failed or all, with a = before it", nb: "--again er %q: bruk failed eller all, med = foran"},
		{en: "--timeout is %s: a time from 0 is expected", nb: "--timeout er %s: det ventes en tid fra 0"},
		{en: "the flags are not written as they should be: %s", nb: "flaggene er ikke skrevet som de skal: %s"},
		{en: "there is no shell %q: name one of %s", nb: "skallet %q finnes ikke: oppgi ett av %s"},
		{en: "name one shell: %s", nb: "oppgi ett skall: %s"},
		{en: "%s takes no arguments: %q is one too many", nb: "%s tar ingen argumenter: %q er ett for mye"},
		{en: "no organisation number is given: %s", nb: "det er ikke oppgitt noe organisasjonsnummer: %s"},
		{en: "one organisation number at most is expected: %s", nb: "det ventes høyst ett organisasjonsnummer: %s"},
		{en: "one file is expected: %s", nb: "det ventes én fil: %s"},
		{en: "Run mvastatus --help for the commands and their flags.", nb: "Kjør mvastatus --help for kommandoene og flaggene."},
	}
}

func runs() []entry {
	return []entry{
		{en: "What to do: %s", nb: "Hva du kan gjøre: %s"},
		{en: "warning: %s", nb: "advarsel: %s"},
		{en: "Please report it with these lines:", nb: "Meld gjerne fra med disse linjene:"},
		{en: "the settings are not complete:\n%s\nTo see the program work without any: %s", nb: "innstillingene er ikke fullstendige:\n%s\nSe programmet virke uten: %s"},
		{en: "the key's certificate ends on %s: order a new one", nb: "nøkkelens sertifikat utløper %s: bestill et nytt"},
		{en: "line %s: %s", nb: "linje %s: %s"},
		{en: "%s would be overwritten: name another file with --output", nb: "%s ville blitt overskrevet: oppgi en annen fil med --output"},
		{en: "%s exists and is not overwritten: choose another name", nb: "%s finnes og blir ikke overskrevet: velg et annet navn"},
		{en: "there is no column %q, or more than one: the file has %s", nb: "kolonnen %q finnes ikke eller flere ganger: filen har %s"},
		{en: "the answers that came are in the journal: mend this and run the same command again", nb: "svarene som kom, ligger i journalen: rett dette og kjør samme kommando igjen"},
		{en: "and %d more, each with its reason in the output", nb: "og %d til, hver med årsaken i resultatet"},
		{en: "and %d more warnings, each in the output", nb: "og %d advarsler til, hver av dem i resultatet", en1: "and %d more warning, in the output", nb1: "og %d advarsel til, i resultatet"},
		{en: "%s is the journal, which the answers would replace: name another file with --output", nb: "%s er journalen, som svarene ville erstatte: angi en annen fil med --output"},
		{en: "%d rows were asked for earlier today, the first at %s; --again asks again", nb: "%d rader ble spurt for tidligere i dag, den første kl. %s; --again spør på nytt", en1: "%d row was asked for earlier today, at %s; --again asks again", nb1: "%d rad ble spurt for tidligere i dag, kl. %s; --again spør på nytt"},
		{en: "%d rows", nb: "%d rader", en1: "%d row", nb1: "%d rad"},
		{en: "%d with something overdue", nb: "%d der fristen er ute for noe"},
		{en: "%d changed since the last day", nb: "%d endret siden sist"},
		{en: "%d failed", nb: "%d mislyktes"},
		{en: "%d not asked", nb: "%d ikke spurt"},
		{en: "%d of %d", nb: "%d av %d"},
		{en: "private key", nb: "privat nøkkel"},
		{en: "public key", nb: "offentlig nøkkel"},
		{en: "keep it secret, and make a copy in a safe place", nb: "hold den hemmelig, og lag en kopi på et trygt sted"},
		{en: "upload it to your client in Samarbeidsportalen", nb: "last den opp til klienten i Samarbeidsportalen"},
		{en: "Then see whether it works:", nb: "Se så om det virker:"},
		{en: "The sandbox runs until Ctrl-C. Its settings, as a settings file:", nb: "Sandkassen kjører til Ctrl-C. Innstillingene, som en innstillingsfil:"},
		{en: "Organisations it knows:", nb: "Organisasjoner den kjenner:"},
	}
}

func doctors() []entry {
	return []entry{
		{en: "FAILED", nb: "FEIL"},
		{en: "NOTE", nb: "MERK"},
		{en: "settings", nb: "innstillinger"},
		{en: "proxy", nb: "mellomtjener"},
		{en: "key", nb: "nøkkel"},
		{en: "clock", nb: "klokke"},
		{en: "scope", nb: "tilgang"},
		{en: "delegation", nb: "delegering"},
		{en: "service", nb: "tjeneste"},
		{en: "service %s at %s", nb: "tjenesten %s på %s"},
		{en: "client %s", nb: "klient %s"},
		{en: "the status service was documented and never put into operation; see --service", nb: "statustjenesten ble beskrevet og aldri satt i drift; se --service"},
		{en: "%s is reached through %s (HTTPS_PROXY)", nb: "%s nås gjennom %s (HTTPS_PROXY)"},
		{en: "none", nb: "ingen"},
		{en: "none: HTTPS_PROXY holds no address, so it is not used", nb: "ingen: HTTPS_PROXY inneholder ikke en adresse og brukes ikke"},
		{en: "none for these addresses (NO_PROXY)", nb: "ingen for disse adressene (NO_PROXY)"},
		{en: "%s, %s bits", nb: "%s, %s bit"},
		{en: "its certificate ends on %s", nb: "sertifikatet utløper %s"},
		{en: "%s answers", nb: "%s svarer"},
		{en: "within %s of Maskinporten's", nb: "innen %s fra Maskinportens"},
		{en: "this machine's clock is %s ahead of Maskinporten's", nb: "klokken på maskinen går %s foran Maskinportens"},
		{en: "this machine's clock is %s behind Maskinporten's", nb: "klokken på maskinen går %s etter Maskinportens"},
		{en: "%d seconds", nb: "%d sekunder", en1: "%d second", nb1: "%d sekund"},
		{en: "%d minutes", nb: "%d minutter", en1: "%d minute", nb1: "%d minutt"},
		{en: "%d hours", nb: "%d timer", en1: "%d hour", nb1: "%d time"},
		{en: "%d days", nb: "%d dager", en1: "%d day", nb1: "%d dag"},
		{en: "a token for %s", nb: "et token for %s"},
		{en: "good until %s", nb: "gyldig til kl. %s"},
		{en: "a token that acts for %s", nb: "et token som opptrer for %s"},
		{en: "answers: %s", nb: "svarer: %s"},
		{en: "delegation and service are checked with an organisation number: %s", nb: "delegering og tjenesten kontrolleres med et organisasjonsnummer: %s"},
	}
}
