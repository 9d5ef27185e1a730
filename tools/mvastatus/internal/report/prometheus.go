// Metrics in Prometheus's text format, for the textfile collector. Times and spans are in seconds, as Prometheus wants its units.

package report

import (
	"io"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"github.com/mvainnsyn/mvainnsyn/client/orgnr"
	"github.com/mvainnsyn/mvainnsyn/tools/mvastatus/internal/terms"
)

func (r Report) writePrometheus(w io.Writer) error {
	results := r.once()
	for _, family := range []*dto.MetricFamily{
		upMetric(results), successMetric(results), openMetric(results), r.overdueMetric(results), r.deadlineMetric(), r.leftMetric(), r.unreadableMetric(), r.keyMetric(),
	} {
		if len(family.GetMetric()) == 0 {
			continue
		}
		if _, err := expfmt.MetricFamilyToText(w, family); err != nil {
			return err
		}
	}
	return nil
}

// once are the results of organisations, each once: a series may stand in a file once.
func (r Report) once() []Result {
	seen := map[orgnr.Number]bool{"": true}
	var out []Result
	for _, result := range r.Results {
		if !seen[result.Organisation] {
			seen[result.Organisation] = true
			out = append(out, result)
		}
	}
	return out
}

func upMetric(results []Result) *dto.MetricFamily {
	family := gauge("mvastatus_up", "Whether the organisation could be checked in the last run (1) or not (0).")
	for _, result := range results {
		up := 1.0
		if result.Err != nil {
			up = 0
		}
		add(family, up, "orgnr", string(result.Organisation))
	}
	return family
}

// successName is the metric that the next run reads back.
const successName = "mvastatus_last_success_timestamp_seconds"

// successMetric has the time of the last success, of an earlier run where this one failed: an alert on its age then fires in time. It stays away
// for an organisation that never had one.
func successMetric(results []Result) *dto.MetricFamily {
	family := gauge(successName, "When the organisation was last checked, in seconds since 1970.")
	for _, result := range results {
		at := result.LastSuccess
		if result.Err == nil {
			at = result.CheckedAt
		}
		if !at.IsZero() {
			add(family, seconds(at), "orgnr", string(result.Organisation))
		}
	}
	return family
}

// LastSuccesses reads the times of the last successes out of metrics written earlier; none where the text is something else.
func LastSuccesses(metrics io.Reader) map[orgnr.Number]time.Time {
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(metrics)
	if err != nil {
		return nil
	}
	found := map[orgnr.Number]time.Time{}
	for _, metric := range families[successName].GetMetric() {
		for _, label := range metric.GetLabel() {
			if label.GetName() == "orgnr" {
				value := metric.GetGauge().GetValue() + metric.GetUntyped().GetValue()
				found[orgnr.Number(label.GetValue())] = time.UnixMilli(int64(value * 1000))
			}
		}
	}
	return found
}

func openMetric(results []Result) *dto.MetricFamily {
	family := gauge("mvastatus_open_terms", "VAT terms that are not delivered.")
	for _, result := range results {
		if result.Err == nil {
			add(family, float64(len(result.Status.Terms)), "orgnr", string(result.Organisation))
		}
	}
	return family
}

// overdueMetric stays away for an organisation of which the service does not tell it: no series is not zero.
func (r Report) overdueMetric(results []Result) *dto.MetricFamily {
	family := gauge("mvastatus_overdue_terms", "VAT terms that are not delivered and whose deadline has passed.")
	for _, result := range results {
		if result.Err == nil && result.Status.Untold == "" {
			add(family, float64(result.Status.Overdue(r.Today())), "orgnr", string(result.Organisation))
		}
	}
	return family
}

func (r Report) deadlineMetric() *dto.MetricFamily {
	family := gauge("mvastatus_deadline_timestamp_seconds", "The end of the day of a term's deadline in Norway, in seconds since 1970.")
	r.eachTerm(family, func(l line) float64 { return seconds(endOf(l.term.Deadline)) })
	return family
}

func (r Report) leftMetric() *dto.MetricFamily {
	family := gauge("mvastatus_deadline_left_seconds", "From the run to the end of the day of a term's deadline in Norway, negative when it has passed.")
	r.eachTerm(family, func(l line) float64 { return endOf(l.term.Deadline).Sub(r.Now).Seconds() })
	return family
}

// eachTerm adds a sample per term. A sample may stand once; of a term that is listed twice the earliest deadline is the one to keep.
func (r Report) eachTerm(family *dto.MetricFamily, value func(line) float64) {
	seen := map[string]bool{}
	for _, l := range r.lines() {
		key := string(l.organisation) + "/" + l.term.ID()
		if seen[key] || l.term.Deadline.IsZero() {
			continue
		}
		seen[key] = true
		add(family, value(l), "orgnr", string(l.organisation), "category", l.term.Category,
			"period", l.term.Period, "year", l.term.Year, "type", l.term.PeriodType)
	}
}

// unreadableMetric counts the rows of a spreadsheet that name no organisation to have a series.
func (r Report) unreadableMetric() *dto.MetricFamily {
	family := gauge("mvastatus_unreadable_rows", "Rows of the spreadsheet whose organisation number could not be read.")
	count, sheet := 0, false
	for _, result := range r.Results {
		sheet = sheet || result.Line > 0
		if result.Organisation == "" {
			count++
		}
	}
	if sheet {
		add(family, float64(count))
	}
	return family
}

func (r Report) keyMetric() *dto.MetricFamily {
	family := gauge("mvastatus_certificate_expiry_timestamp_seconds", "When the certificate of the private key ends, in seconds since 1970.")
	if !r.KeyEnds.IsZero() {
		add(family, seconds(r.KeyEnds))
	}
	return family
}

// endOf is the midnight that ends a day in Norway.
func endOf(day terms.Date) time.Time {
	return time.Date(day.Year, day.Month, day.Day+1, 0, 0, 0, 0, terms.Oslo)
}

func seconds(at time.Time) float64 { return float64(at.UnixMilli()) / 1000 }

func gauge(name, help string) *dto.MetricFamily {
	return &dto.MetricFamily{Name: &name, Help: &help, Type: dto.MetricType_GAUGE.Enum()}
}

// add appends a sample with labels given as name, value, name, value.
func add(family *dto.MetricFamily, value float64, labels ...string) {
	metric := &dto.Metric{Gauge: &dto.Gauge{Value: &value}}
	for i := 0; i+1 < len(labels); i += 2 {
		metric.Label = append(metric.Label, &dto.LabelPair{Name: &labels[i], Value: &labels[i+1]})
	}
	family.Metric = append(family.Metric, metric)
}
