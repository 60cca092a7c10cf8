//! Looks for barriers in a page with axe-core.

use std::fs;

use serde_json::Value;

use crate::{Desk, Outcome, repository};

impl Desk<'_> {
    /// Fails with every barrier that axe finds in the page as it stands now.
    pub async fn expect_no_barrier(&self, screen: &str) -> Outcome<()> {
        let path = repository().join("ui/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&path)
            .map_err(|error| format!("{}: {error}; `npm ci` in ui brings it", path.display()))?;
        self.web().execute(source, Vec::new()).await?;
        let answer = self
            .web()
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 const kinds = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                 axe.run(document, { preload: false, runOnly: kinds }).then(
                   (found) => done({
                     contrast: found.passes.concat(found.incomplete)
                       .some((rule) => rule.id === 'color-contrast'),
                     barriers: found.violations.flatMap((rule) =>
                       rule.nodes.map((node) => `${rule.id}: ${node.html}\\n    ${node.failureSummary}`)),
                   }),
                   (error) => done({ error: String(error) }));",
                Vec::new(),
            )
            .await?;
        let answer = answer.json();
        if let Some(error) = answer.get("error").and_then(Value::as_str) {
            return Err(format!("axe did not run on {screen}: {error}").into());
        }
        // A run that did not even try to compare colours has not looked at the page. In an open
        // dialog it tries, and says that it cannot tell which part lies on top.
        let compared = answer.get("contrast").and_then(Value::as_bool) == Some(true);
        let barriers = answer.get("barriers").and_then(Value::as_array);
        let barriers: Vec<_> = barriers.into_iter().flatten().filter_map(Value::as_str).collect();
        if barriers.is_empty() && compared {
            return Ok(());
        }
        if barriers.is_empty() {
            return Err(format!("axe compared no colours on {screen}").into());
        }
        Err(format!("barriers on {screen}:\n  {}", barriers.join("\n  ")).into())
    }
}
